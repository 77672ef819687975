//! A report before it is understood: cells by column, whatever form they were read from.

use std::collections::BTreeMap;

use super::cell::Cell;
use super::column::{Column, HeadLine};

/// What was read before it is understood: the lines of the head, and the rows.
#[derive(Debug, Default)]
pub(super) struct RawReport {
    pub(super) head: BTreeMap<HeadLine, Cell>,
    pub(super) rows: Vec<RawRow>,
}

/// A row with a cell for each column that is read, empty ones too.
#[derive(Debug)]
pub(super) struct RawRow {
    pub(super) cells: BTreeMap<Column, Cell>,
}

impl RawRow {
    /// The cell of a column.
    pub(super) fn cell(&self, column: Column) -> Cell {
        self.cells.get(&column).cloned().unwrap_or_default()
    }

    /// Whether these columns are empty.
    pub(super) fn is_empty(&self, columns: &[Column]) -> bool {
        columns.iter().all(|column| self.cells.get(column).is_none_or(|cell| cell.text.is_empty()))
    }

    /// The cell by which the row as a whole is named.
    pub(super) fn cell_of_indicator(&self) -> Cell {
        self.cell(Column::Indicator)
    }

    /// Where the row is.
    pub(super) fn place(&self) -> String {
        self.cell_of_indicator().place
    }
}
