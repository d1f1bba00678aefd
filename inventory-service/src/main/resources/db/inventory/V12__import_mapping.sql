-- What a dealership's columns mean, where a person corrected it. The header is kept in its plain form.
create table import_mapping (
  dealership_id uuid not null,
  header        text not null,
  field         text not null,   -- of the API, or none
  user_id       uuid not null,
  updated_at    timestamptz not null,
  primary key (dealership_id, header)
);
call protect('import_mapping');
