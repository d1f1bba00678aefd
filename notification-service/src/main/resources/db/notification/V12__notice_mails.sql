-- What a person chose; a missing row is the kind's default.
create table notice_preference (
  dealership_id uuid not null,
  user_id       uuid not null,
  kind          text not null,
  in_app        boolean not null,
  mail          boolean not null,
  primary key (dealership_id, user_id, kind)
);
call protect('notice_preference');

-- When it is due to be mailed; null: not at all, or it was.
alter table notice add column mail_at timestamptz;
create index on notice (mail_at) where mail_at is not null;

-- When a person was last mailed.
create table notice_mail (
  dealership_id uuid not null,
  user_id       uuid not null,
  mailed_at     timestamptz not null,
  primary key (dealership_id, user_id)
);
call protect('notice_mail');
