package io.minutebook.knowledge.domain.articles;

/** How far a remedy goes: 基础, 进阶, 兜底方案. */
public enum SolutionTier {
    BASIC,
    ADVANCED,
    FALLBACK
}
