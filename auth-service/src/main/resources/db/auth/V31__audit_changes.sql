-- What an entry changed: [{"field", "from", "to"}], values as text.
alter table audit_event add column changes jsonb not null default '[]';
