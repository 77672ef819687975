delete from carried_attachment;
