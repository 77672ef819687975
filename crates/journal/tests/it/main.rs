//! The journal from outside: files that anybody may keep, what becomes of them when they are changed, and what
//! programs that share no code with adhere say of them.

#[cfg(test)]
mod log;

#[cfg(test)]
mod golden;
#[cfg(test)]
mod golden_log;

#[cfg(test)]
mod foreign_go;
#[cfg(test)]
mod foreign_openssl;
#[cfg(test)]
mod foreign_python;

#[cfg(test)]
mod instance;

#[cfg(test)]
mod package;

#[cfg(test)]
mod sd_jwt;

#[cfg(test)]
mod verify;
