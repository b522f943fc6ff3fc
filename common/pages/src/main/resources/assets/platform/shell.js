// The shell's own behaviour: themes, forgery tokens, live fragments, menus. No dependency but htmx, no inline code anywhere.
(() => {
    'use strict';
    const root = document.documentElement;

    // Theme: a cookie, so that the server writes it into the next page and nothing flashes.
    document.addEventListener('click', event => {
        const choice = event.target.closest('[data-choose-theme]');
        if (choice) {
            const theme = choice.dataset.chooseTheme;
            root.dataset.theme = theme;
            document.cookie = `MB_theme=${theme}; path=/; max-age=31536000; samesite=lax`;
            document.querySelectorAll('[data-choose-theme]').forEach(each => each.setAttribute('aria-pressed', String(each === choice)));
            choice.closest('details').open = false;
        }
        document.querySelectorAll('details.menu[open]').forEach(menu => {
            if (!menu.contains(event.target)) menu.open = false;
        });
    });
    document.addEventListener('keydown', event => {
        if (event.key === 'Escape') {
            document.querySelectorAll('details.menu[open]').forEach(menu => {
                menu.open = false;
                menu.querySelector('summary').focus();
            });
        }
    });

    // Rows that lead somewhere: <tr data-href>; the link in the row stays what a keyboard uses.
    document.addEventListener('click', event => {
        const row = event.target.closest('tr[data-href]');
        if (row && !event.target.closest('a, button, input, select, label') && !String(getSelection())) {
            if (event.ctrlKey || event.metaKey) window.open(row.dataset.href, '_blank', 'noopener');
            else location.href = row.dataset.href;
        }
    });

    // Filters that apply as soon as they change: <form data-auto>
    document.addEventListener('change', event => {
        const form = event.target.closest('form[data-auto]');
        if (form) form.requestSubmit();
    });

    // htmx: forgery token, failures.
    document.addEventListener('htmx:configRequest', event => {
        const csrf = document.querySelector('meta[name=csrf]');
        if (csrf && event.detail.verb !== 'get') event.detail.headers[csrf.dataset.header] = csrf.content;
    });
    // A form that was refused comes back with what was typed and what is wrong; other failures leave it as it stands.
    document.addEventListener('htmx:beforeSwap', event => {
        if (event.detail.xhr.getResponseHeader('X-Form')) {
            event.detail.shouldSwap = true;
            event.detail.isError = false;
        }
    });
    const toast = message => {
        const box = document.getElementById('toast');
        if (!box) return;
        box.textContent = message;
        box.hidden = false;
        clearTimeout(box.timer);
        box.timer = setTimeout(() => { box.hidden = true; }, 6000);
    };
    ['htmx:responseError', 'htmx:sendError'].forEach(name => document.addEventListener(name, event => {
        if (!event.detail.elt.closest('[data-live]')) toast(document.getElementById('toast').dataset.failed);
    }));

    // Live fragments: <section data-live="/events" hx-get="/fragment" hx-trigger="live" hx-swap="outerMorph…">.
    // Every event of the stream has the fragment fetched again, at most once in 400 ms; after a lost connection it is fetched too.
    const mark = document.getElementById('live-mark');
    const lost = new Set();
    const show = () => {
        if (!mark) return;
        mark.hidden = false;
        const off = lost.size > 0;
        mark.classList.toggle('off', off);
        mark.lastElementChild.textContent = off ? mark.dataset.off : mark.dataset.on;
    };
    const streams = new Map();
    const open = path => {
        const stream = { source: null, wait: 1000, timer: 0, pending: 0 };
        const refresh = () => {
            if (stream.pending) return;
            stream.pending = setTimeout(() => {
                stream.pending = 0;
                document.querySelectorAll(`[data-live="${CSS.escape(path)}"]`).forEach(each => htmx.trigger(each, 'live'));
            }, 400);
        };
        const connect = () => {
            const source = new EventSource(path);
            stream.source = source;
            source.onopen = () => {
                if (lost.delete(path)) refresh();
                stream.wait = 1000;
                show();
            };
            source.onmessage = refresh;
            source.addEventListener('changed', refresh);
            source.onerror = () => {
                lost.add(path);
                show();
                if (source.readyState === EventSource.CLOSED) {
                    clearTimeout(stream.timer);
                    stream.timer = setTimeout(connect, stream.wait);
                    stream.wait = Math.min(stream.wait * 2, 30000);
                }
            };
        };
        connect();
        return stream;
    };
    const sweep = () => {
        const wanted = new Set([...document.querySelectorAll('[data-live]')].map(each => each.dataset.live));
        wanted.forEach(path => { if (!streams.has(path)) streams.set(path, open(path)); });
        streams.forEach((stream, path) => {
            if (!wanted.has(path)) {
                stream.source.close();
                clearTimeout(stream.timer);
                lost.delete(path);
                streams.delete(path);
            }
        });
    };
    document.addEventListener('htmx:afterSettle', sweep);
    addEventListener('pagehide', () => streams.forEach(stream => stream.source.close()));
    addEventListener('pageshow', event => { if (event.persisted) { streams.clear(); sweep(); } });
    sweep();
})();
