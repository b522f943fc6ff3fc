package io.minutebook.pages;

/** Stands for what pages share. */
public record Shell(String name) {}
