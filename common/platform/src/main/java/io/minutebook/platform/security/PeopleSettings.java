package io.minutebook.platform.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The people for whom machines may act, and the machines that may.
 *
 * @param onBehalf the names of the clients that may name a person
 */
@ConfigurationProperties("minutebook")
public record PeopleSettings(
        @DefaultValue List<PersonSetting> people,
        @DefaultValue Set<String> onBehalf) {
    /**
     * A person and what they are.
     *
     * @param login the name they go by
     * @param roles which they hold at these sites; the site {@code *} stands for all
     */
    public record PersonSetting(
            String login,
            Set<String> roles,
            @DefaultValue("*") Set<String> sites) {}

    /** Returns what a person holds; empty for nobody known. */
    Optional<List<RoleGrant>> grants(String login) {
        return people.stream()
                .filter(person -> person.login().equals(login))
                .findFirst()
                .map(person -> person.roles().stream()
                        .map(role -> new RoleGrant(
                                Role.of(role)
                                        .orElseThrow(() ->
                                                new IllegalArgumentException("minutebook.people: no role " + role)),
                                person.sites()))
                        .toList());
    }
}
