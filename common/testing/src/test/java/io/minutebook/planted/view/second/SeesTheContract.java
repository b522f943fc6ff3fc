package io.minutebook.planted.view.second;

import io.minutebook.contract.CaseReopened;

/** A view that sees the contract. */
public record SeesTheContract(CaseReopened event) {}
