package io.minutebook.plantedlibrary;

import org.springframework.core.Ordered;

/** A library that needs Spring. */
public record SeesSpring(Ordered ordered) {}
