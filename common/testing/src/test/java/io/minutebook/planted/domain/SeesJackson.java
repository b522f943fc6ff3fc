package io.minutebook.planted.domain;

import tools.jackson.databind.JsonNode;

/** Domain that sees a library. */
public record SeesJackson(JsonNode json) {}
