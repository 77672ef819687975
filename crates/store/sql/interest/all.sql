select entry_id, organisation, code, signed_by, signed_on, recorded_at from interest order by entry_id;
