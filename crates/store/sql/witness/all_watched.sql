select origin, size, note from watched order by origin;
