//! The rules of the repository that neither the compiler nor clippy checks, one file for each.

#[cfg(test)]
mod repository;

#[cfg(test)]
mod directions_between_crates;
#[cfg(test)]
mod directions_inside_domain;

#[cfg(test)]
mod file_sizes;
#[cfg(test)]
mod marks;
#[cfg(test)]
mod module_docs;

#[cfg(test)]
mod architecture;
#[cfg(test)]
mod generated_files;

#[cfg(test)]
mod rule_pages;

#[cfg(test)]
mod citations;
#[cfg(test)]
mod words_of_decisions;
#[cfg(test)]
mod words_of_languages;
#[cfg(test)]
mod words_of_reports;
#[cfg(test)]
mod words_of_rules;
