-- Patterns of the tools that count as such that may destroy something, whatever their hints say.
alter table settings add column destructive_tools text[] not null default '{}';
