-- The dispatcher starts a job long after the request that ordered it; its events keep that request's trace.
alter table dispatch add column traceparent text;
