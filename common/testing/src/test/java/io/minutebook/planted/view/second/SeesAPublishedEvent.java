package io.minutebook.planted.view.second;

import io.minutebook.contract.CaseReopened;

/** A view that sees a published event and is no projection. */
public record SeesAPublishedEvent(CaseReopened event) {}
