-- What a dealership wants in the text of each of its listings. The listing service checks what they say.
alter table dealership
  add column text_language   text check (text_language in ('en', 'es', 'id')),
  add column text_opening    text check (length(text_opening) <= 300),
  add column text_closing    text check (length(text_closing) <= 300),
  add column text_disclaimer text check (length(text_disclaimer) <= 400),
  add column text_template   text check (length(text_template) <= 600);
