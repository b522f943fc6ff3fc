package io.minutebook.platform.messaging;

import static io.minutebook.platform.security.Role.ADMIN;

import io.minutebook.eventlog.DeadLetters;
import io.minutebook.platform.input.Text;
import io.minutebook.platform.security.Allow;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The cases that wait because a record of theirs could not be understood, and the command that takes them up again. */
@RestController
@RequestMapping("/api/${minutebook.service}/dead-letters")
class DeadLetterController {
    /** @param cases the first record of each case that waits, at most a thousand; {@code letters} counts all records */
    record Waiting(List<WaitingCase> cases, long letters) {}

    /** @param record where it lies: topic, partition and offset */
    record WaitingCase(String subject, String record, String reason, Instant since) {}

    /** @param subject the case to take up again; all where none is named */
    record Body(@Text(max = 200) @Nullable String subject) {}

    private final DeadLetters letters;
    private final DeadLetterRedriver deadLetterRedriver;

    DeadLetterController(DeadLetters letters, DeadLetterRedriver deadLetterRedriver) {
        this.letters = letters;
        this.deadLetterRedriver = deadLetterRedriver;
    }

    @GetMapping
    @Allow(ADMIN)
    Waiting waiting() {
        return new Waiting(
                letters.firsts().stream().map(DeadLetterController::shown).toList(), letters.count());
    }

    @PostMapping("/redrive")
    @Allow(ADMIN)
    DeadLetterRedriver.Result redrive(@Valid @RequestBody(required = false) @Nullable Body body) {
        return deadLetterRedriver.redrive(Optional.ofNullable(body).map(Body::subject));
    }

    private static WaitingCase shown(DeadLetters.Parked parked) {
        DeadLetters.Letter letter = parked.letter();
        return new WaitingCase(
                letter.subject(),
                letter.topic() + '-' + letter.partition() + '@' + letter.offset(),
                parked.reason(),
                parked.since());
    }
}
