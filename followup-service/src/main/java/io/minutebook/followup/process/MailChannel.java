package io.minutebook.followup.process;

import io.minutebook.followup.domain.cases.SurveyMeans;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends the link by SMTP; it is accepted once the server has taken it. */
final class MailChannel implements SurveyChannel {
    private static final String MILLIS = "10000";

    private final JavaMailSenderImpl server = new JavaMailSenderImpl();
    private final MailSettings settings;
    private final MessageSource texts;

    MailChannel(MailSettings settings, MessageSource texts) {
        this.settings = settings;
        this.texts = texts;
        server.setHost(settings.host());
        server.setPort(settings.port());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = server.getJavaMailProperties();
        properties.setProperty("mail.smtp.connectiontimeout", MILLIS);
        properties.setProperty("mail.smtp.timeout", MILLIS);
        properties.setProperty("mail.smtp.writetimeout", MILLIS);
        properties.setProperty("mail.mime.allowutf8", "true");
        if (settings.startTls()) {
            properties.setProperty("mail.smtp.starttls.enable", "true");
            properties.setProperty("mail.smtp.starttls.required", "true");
        }
        if (!settings.user().isBlank()) {
            server.setUsername(settings.user());
            server.setPassword(settings.password());
            properties.setProperty("mail.smtp.auth", "true");
        }
    }

    @Override
    public SurveyMeans means() {
        return SurveyMeans.EMAIL;
    }

    @Override
    public Outcome send(Letter letter) throws Exception {
        String address = letter.email();
        if (address == null) {
            return new Outcome.NoAddress();
        }
        try {
            MimeMessage message = message(letter, new InternetAddress(address, true));
            server.send(message);
            return new Outcome.Accepted(address, message.getMessageID());
        } catch (AddressException e) {
            return new Outcome.Refused("address-malformed");
        } catch (MailSendException e) {
            if (refusedForGood(e)) {
                return new Outcome.Refused("address-refused");
            }
            throw new NotDelivered(settings.host(), e);
        } catch (MailException e) {
            throw new NotDelivered(settings.host(), e);
        }
    }

    /** Returns a description without the customer's address, which mail servers repeat in their answers. */
    private static final class NotDelivered extends Exception {
        NotDelivered(String host, MailException failure) {
            super(
                    "mail server " + host + " does not take a survey: "
                            + failure.getClass().getSimpleName(),
                    null,
                    false,
                    false);
        }
    }

    private MimeMessage message(Letter letter, InternetAddress to) throws MessagingException {
        Locale language = Locale.forLanguageTag(letter.language());
        Object[] words = {letter.caseNumber(), letter.link()};
        MimeMessage message = new SurveyMessage(server, letter.surveyId() + "@" + host());
        MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(from());
        helper.setTo(to);
        helper.setSubject(texts.getMessage("survey.mail.subject", words, language));
        helper.setText(texts.getMessage("survey.mail.text", words, language));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContentLanguage(new String[] {letter.language()});
        return message;
    }

    private String from() {
        return settings.from().isBlank() ? "minutebook@" + settings.host() : settings.from();
    }

    private String host() {
        return from().substring(from().indexOf('@') + 1);
    }

    private static boolean refusedForGood(MailSendException failure) {
        return failure.getFailedMessages().values().stream()
                .anyMatch(cause -> cause instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0);
    }

    /** Keeps one message id however often it is sent, so that a mailbox can tell a repetition. */
    private static final class SurveyMessage extends MimeMessage {
        private final String id;

        SurveyMessage(JavaMailSenderImpl server, String id) {
            super(server.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
