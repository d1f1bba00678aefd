create table thing (
  id            uuid primary key,
  dealership_id uuid not null,
  name          text not null
);
call protect('thing');
call open_to_system('thing');
