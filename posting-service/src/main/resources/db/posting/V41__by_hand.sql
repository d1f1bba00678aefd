-- A person fills the form of the latest attempt and presses Publish: no worker has it.
alter table posting add column by_hand boolean not null default false;
-- An address belongs to one posting: a person may paste that of another listing.
create index posting_by_listing on posting (dealership_id, fb_listing_id) where fb_listing_id is not null;
