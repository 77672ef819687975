insert into tile (level, tile_id, hashes) values ($1, $2, $3);
