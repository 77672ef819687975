select code, version, digest, source, profile, published, follows, entry_id
from code_version
order by code, version;
