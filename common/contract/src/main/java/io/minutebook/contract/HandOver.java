package io.minutebook.contract;

/** How a case is passed on: for the first time, instead of those who have it, or beside them. */
public enum HandOver {
    FIRST,
    INSTEAD,
    BESIDE
}
