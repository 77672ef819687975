select level, tile_id from tile order by level, tile_id;
