select subject, span, area, entries from mention order by subject, span, area;
