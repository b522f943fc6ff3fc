// Keeps running clocks moving between two answers of the server, by the server's time.
(() => {
    'use strict';
    if (window.ledgerTicks) return;
    window.ledgerTicks = true;
    const page = () => document.querySelector('.ledger-page[data-now]');
    const LONGEST = 1.4;
    let ahead = 0;
    const align = () => {
        const found = document.querySelector('#case[data-now]') || page();
        if (found) ahead = Number(found.dataset.now) - Date.now();
    };
    const fill = (text, ...values) => values.reduce((said, value, i) => said.replace(`{${i}}`, value), text);
    const span = (words, ms) => {
        const s = Math.floor(Math.abs(ms) / 1000);
        if (s < 60) return fill(words.spanS, s);
        if (s < 3600) return fill(words.spanM, Math.floor(s / 60));
        if (s < 86400) return fill(words.spanH, Math.floor(s / 3600), Math.floor(s % 3600 / 60));
        return fill(words.spanD, Math.floor(s / 86400), Math.floor(s % 86400 / 3600));
    };
    const set = (bar, name, x, width) => {
        const rect = bar.querySelector(name);
        if (!rect) return;
        if (x !== null) rect.setAttribute('x', x);
        if (width !== null) rect.setAttribute('width', Math.max(0, width));
    };
    const tick = () => {
        const words = page()?.dataset;
        if (!words) return;
        const now = Date.now() + ahead;
        document.querySelectorAll('[data-start][data-due]').forEach(each => {
            const start = Number(each.dataset.start), due = Number(each.dataset.due), warn = Number(each.dataset.warn || 0);
            const left = due - now, limit = Math.max(1, due - start), gone = Math.max(0, now - start);
            const text = each.classList.contains('left') ? each : each.querySelector('.left');
            if (text) text.textContent = fill(left < 0 ? words.late : words.left, span(words, left));
            const bar = each.querySelector('svg');
            if (!bar) return;
            each.classList.remove('running', 'warned', 'breached');
            each.classList.add(left < 0 ? 'breached' : warn && now >= warn ? 'warned' : 'running');
            const shown = each.classList.contains('clock') ? Math.min(Math.max(gone, limit), limit * LONGEST) : limit;
            const part = time => 100 * time / shown;
            set(bar, '.used', null, part(Math.min(gone, limit)));
            if (!each.classList.contains('clock')) return;
            set(bar, '.track', null, part(limit));
            set(bar, '.over', part(limit), part(Math.min(gone, shown) - limit));
            set(bar, '.limit-mark', part(limit) - 0.9, null);
            if (warn) set(bar, '.warn-mark', part(warn - start), null);
        });
    };
    // What was not on the page before lights up once.
    let known = new Set([...document.querySelectorAll('.ledger > li')].map(each => each.id));
    document.addEventListener('htmx:afterSettle', () => {
        const rows = [...document.querySelectorAll('.ledger > li')];
        rows.filter(each => each.matches('.entry, .clock') && !known.has(each.id)).forEach(each => each.classList.add('arrived'));
        known = new Set(rows.map(each => each.id));
        align();
        tick();
    });
    document.addEventListener('click', event => { if (event.target.closest('[data-print]')) window.print(); });
    align();
    setInterval(tick, 1000);
})();
