package io.minutebook.planted.process;

import io.minutebook.contract.CaseStatus;

/** A process that sees what is published. */
public record ProcessSeesTheCatalogue(CaseStatus status) {}
