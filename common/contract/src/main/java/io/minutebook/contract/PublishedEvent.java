package io.minutebook.contract;

/** A fact one of the services has published. Its type name is the record's simple name; {@link Catalogue} knows them all. */
public interface PublishedEvent {}
