-- What an admin lets agents read in place of a tool's own name and description.
alter table tool add column alias text collate "C", add column description_override text;

-- What a group is attached to stands elsewhere, and an admin who changes it must have seen it as it was.
alter table tool_group add column attachments int not null default 0;
