package io.minutebook.planted.attic;

/** A class in no room, in a package that says nothing of null. */
public record StandsInNoRoom(int dust) {}
