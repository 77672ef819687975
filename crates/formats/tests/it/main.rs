//! The formats from outside: what ships against reference data, bad input, and what no input may do.

#[cfg(test)]
mod official_text;

#[cfg(test)]
mod seeds;

#[cfg(test)]
mod reference;

#[cfg(test)]
mod shipped;

#[cfg(test)]
mod deadlines;

#[cfg(test)]
mod provisions;

#[cfg(test)]
mod copied;

#[cfg(test)]
mod compute;

#[cfg(test)]
mod bad_input;

#[cfg(test)]
mod never_panics;

#[cfg(test)]
mod expression_oracle;

#[cfg(test)]
mod published;

#[cfg(test)]
mod lineage;

#[cfg(test)]
mod indicators;

#[cfg(test)]
mod indicator_reports;

#[cfg(test)]
mod published_any;

#[cfg(test)]
mod rule_pages;

#[cfg(test)]
mod code_text;
