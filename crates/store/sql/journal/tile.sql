select hashes from tile where level = $1 and tile_id = $2;
