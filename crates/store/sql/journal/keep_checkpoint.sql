insert into checkpoint (size, previous, root, note) values ($1, $2, $3, $4);
