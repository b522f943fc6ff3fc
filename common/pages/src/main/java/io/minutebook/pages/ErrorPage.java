package io.minutebook.pages;

import io.minutebook.platform.problem.ProblemView;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.ModelAndView;

/** The page about a problem, in the reader's language; for a form that was refused, the page it stands on. */
final class ErrorPage implements ProblemView {
    private static final int FORBIDDEN = 403;

    private final PageShellInterceptor pageShellInterceptor;

    private final String home;

    ErrorPage(PageShellInterceptor pageShellInterceptor, String home) {
        this.pageShellInterceptor = pageShellInterceptor;
        this.home = home;
    }

    @Override
    public Object of(HttpServletRequest request, ProblemDetail problem) {
        SentForm sent = SentForm.of(request);
        String standsOn = sent == null || request.getDispatcherType() != DispatcherType.REQUEST ? null : sent.page();
        if (sent != null && standsOn != null) {
            SentForm.refuse(request, problem);
            return new ModelAndView(new PageAgain(sent.id(), standsOn, problem.getStatus()));
        }
        ModelAndView page = new ModelAndView("platform/error");
        page.setStatus(HttpStatusCode.valueOf(problem.getStatus()));
        page.addObject("problem", problem);
        page.addObject("key", key(problem.getStatus()));
        PageShell shell = pageShellInterceptor.around(request);
        page.addObject("shell", shell);
        page.addObject("homeless", problem.getStatus() == FORBIDDEN && isHome(shell.path()));
        return page;
    }

    /** Returns whether this is the start page, which is no way out for those who may not see it. */
    private boolean isHome(String path) {
        return path.equals(home) || path.startsWith(home + "?");
    }

    /** Returns the status whose message describes a problem of this status. */
    private static int key(int status) {
        return switch (status) {
            case 400, 401, 403, 404, 409, 503 -> status;
            default -> status >= 500 ? 500 : 400;
        };
    }
}
