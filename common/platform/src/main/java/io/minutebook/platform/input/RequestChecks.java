package io.minutebook.platform.input;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Looks at what every request may carry beside its body: its Idempotency-Key and its parameters. Holds the two doors apart: the API takes no forms,
 * pages take nothing else. Names the case in the log.
 */
final class RequestChecks implements HandlerInterceptor {
    static final String KEY = "Idempotency-Key";
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final MediaType FORM = MediaType.APPLICATION_FORM_URLENCODED;
    private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");
    private static final List<String> NAMED = List.of("caseId", "callId", "articleId");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        holdApart(request);
        List<FieldFault> faults = new ArrayList<>();
        List<String> keys = Collections.list(request.getHeaders(KEY));
        if (keys.size() > 1
                || keys.stream().anyMatch(key -> !VISIBLE.matcher(key).matches())) {
            faults.add(new FieldFault(KEY, "must be 1 to 128 visible ASCII characters, once"));
        }
        request.getParameterMap().forEach((name, values) -> {
            for (String value : values) {
                @Nullable String unfit = FaultMessages.unfit(name + value);
                if (unfit != null) {
                    faults.add(new FieldFault(FaultMessages.join("", name), unfit));
                }
            }
        });
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        variables(request).forEach((name, value) -> {
            if (NAMED.contains(name)) {
                MDC.put(String.valueOf(name), String.valueOf(value));
            }
        });
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        NAMED.forEach(MDC::remove);
    }

    private static void holdApart(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        String type = request.getContentType();
        if (type == null
                || READING.contains(request.getMethod())
                || request.getDispatcherType() != DispatcherType.REQUEST) {
            return;
        }
        boolean api = request.getRequestURI().startsWith("/api/");
        MediaType media;
        try {
            media = MediaType.parseMediaType(type);
        } catch (InvalidMediaTypeException notOne) {
            throw new HttpMediaTypeNotSupportedException(notOne.getMessage());
        }
        boolean form = FORM.includes(media)
                && (media.getCharset() == null || media.getCharset().equals(StandardCharsets.UTF_8));
        if (api ? FORM.includes(media) : !form) {
            throw new HttpMediaTypeNotSupportedException(media, List.of(api ? MediaType.APPLICATION_JSON : FORM));
        }
    }

    private static Map<?, ?> variables(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? variables
                : Map.of();
    }
}
