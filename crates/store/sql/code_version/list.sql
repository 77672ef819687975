select code, version, digest, source, profile, published, follows, entry_id
from code_version
where $1 = '' or code = $1
order by code, published, entry_id;
