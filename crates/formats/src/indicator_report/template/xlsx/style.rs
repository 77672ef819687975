//! How cells look, and what protection leaves open.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, ProtectionOptions};

pub(super) fn heading() -> Format {
    Format::new().set_bold().set_background_color(Color::RGB(0xD9_E2_EC)).set_border(FormatBorder::Thin).set_text_wrap()
}

pub(super) fn fixed() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top).set_font_color(Color::RGB(0x33_33_33))
}

/// A cell to fill; text is taken as it is typed.
pub(super) fn text_input() -> Format {
    figure_input().set_num_format("@").set_text_wrap()
}

/// A cell to fill with a figure or a day.
pub(super) fn figure_input() -> Format {
    Format::new()
        .set_unlocked()
        .set_background_color(Color::RGB(0xFF_FB_E6))
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::Top)
}

/// Protection without a password: against slips, not against people.
pub(super) fn protection() -> ProtectionOptions {
    ProtectionOptions {
        format_columns: true,
        format_rows: true,
        insert_rows: true,
        sort: true,
        ..ProtectionOptions::new()
    }
}
