package io.minutebook.platform.input;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Looks at what every request may carry beside its body: its Idempotency-Key and its parameters. Names the case in the log. */
final class RequestChecks implements HandlerInterceptor {
    static final String KEY = "Idempotency-Key";
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final List<String> NAMED = List.of("caseId", "callId", "articleId");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
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

    private static Map<?, ?> variables(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? variables
                : Map.of();
    }
}
