//! The journal from outside: files that others can check, and what others wrote.

#[cfg(test)]
mod golden;

#[cfg(test)]
mod sd_jwt;
