package io.minutebook.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of a long list a page shows.
 *
 * @param number this page, from 1
 * @param size rows a page
 * @param total rows in all
 * @param address the page's own address with its filters, without the page's number
 */
public record Paging(int number, int size, long total, String address) {
    /** The paging of the page this request asks for; keeps its filters. */
    public static Paging of(HttpServletRequest request, int number, int size, long total) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(request.getRequestURI());
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("page") && !name.equals("lang")) {
                address.queryParam(name, (Object[]) values);
            }
        });
        return new Paging(number, size, total, address.encode().build().toUriString());
    }

    public long first() {
        return total == 0 ? 0 : (long) (number - 1) * size + 1;
    }

    public long last() {
        return Math.min(total, (long) number * size);
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    public boolean hasNext() {
        return number < pages();
    }

    public String href(int page) {
        return address + (address.contains("?") ? "&" : "?") + "page=" + page;
    }
}
