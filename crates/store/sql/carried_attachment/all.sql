select entry_id, carried_from from carried_attachment order by entry_id;
