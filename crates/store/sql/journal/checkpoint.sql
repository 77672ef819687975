select size, root, note from checkpoint where size = $1;
