package io.minutebook.contract;

/** What one of the services has published. Its type name is the record's simple name; {@link Catalogue} lists them all. */
public interface PublishedEvent {}
