-- The contact that a company is spoken to through first. At most one of a company: its verbs see to it under the company's
-- lock, and an import checks it (an index would be in the way while one import gives it from one contact to another).
alter table contacts add column primary_contact boolean;
