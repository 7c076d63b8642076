// Search, filters, lists and what holds the parts together.

const search = {input: null, list: null, at: -1, hits: []};

const searched = [
    ...data.order.map(row => ({subject: 'e' + row, kind: words.search.event, title: data.events[row].title, side: data.events[row].date,
                               text: [data.events[row].short, data.events[row].text, data.events[row].place]})),
    ...data.actors.map((actor, row) => ({subject: 'a' + row, kind: words.search.actor, title: actor.title, side: actor.kindWord,
                                         text: [actor.short, ...actor.aliases, actor.text]})),
    ...data.ties.map((tie, row) => ({subject: 'r' + row, kind: words.search.tie, title: tie.title, side: '', text: []})),
    ...data.sources.map((source, row) => ({subject: 's' + row, kind: words.search.source, title: source.title, side: source.publisher,
                                           text: [source.author, source.publisher]})),
];

/// What holds every word; titles before texts.
function find(text) {
    const wanted = folded(text).split(/\s+/).filter(Boolean);
    if (!wanted.length)
        return [];
    const ranked = [];
    for (const thing of searched) {
        thing.head ??= folded(thing.title);
        thing.all ??= thing.head + ' ' + folded(thing.text.filter(Boolean).join(' ').replace(/\[\^[a-z0-9-]+\]/g, ''));
        if (wanted.every(word => thing.all.includes(word)))
            ranked.push([thing.head === folded(text.trim()) ? 0 : wanted.every(word => thing.head.includes(word)) ? 1 : 2, thing]);
    }
    return ranked.sort((a, b) => a[0] - b[0]).map(([, thing]) => thing);
}

function showHits() {
    const found = find(search.input.value), most = 40;
    search.hits = found.slice(0, most);
    search.at = search.hits.length ? 0 : -1;
    const isOpen = search.input.value.trim() !== '';
    search.list.replaceChildren(...search.hits.map((hit, i) =>
        make('li', {role: 'option', id: 'hit-' + i, 'aria-selected': String(i === 0),
                    onpointerdown: event => event.preventDefault(), onclick: () => choose(i)},
             make('span', {class: 'kind'}, hit.kind), make('span', {class: 'hit'}, hit.title), make('span', {class: 'side'}, hit.side))));
    search.list.hidden = !isOpen || !search.hits.length;
    search.count.textContent = !isOpen ? '' : found.length ? say(words.search.hits, found.length) : words.search.nothing;
    search.input.setAttribute('aria-expanded', String(!search.list.hidden));
    markHit();
}

function markHit() {
    [...search.list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === search.at)));
    const item = search.list.children[search.at];
    if (item) {
        search.input.setAttribute('aria-activedescendant', item.id);
        item.scrollIntoView({block: 'nearest'});
    } else
        search.input.removeAttribute('aria-activedescendant');
}

function choose(index) {
    const hit = search.hits[index];
    if (!hit)
        return;
    closeSearch();
    details.head.focus({preventScroll: true});
    select(hit.subject);
}

function closeSearch() {
    search.input.value = '';
    showHits();
}

function onSearchKey(event) {
    const deeds = {
        ArrowDown: () => search.at = Math.min(search.at + 1, search.hits.length - 1),
        ArrowUp: () => search.at = Math.max(search.at - 1, 0),
        Enter: () => choose(search.at),
        Escape: closeSearch,
    };
    if (!deeds[event.key])
        return;
    event.preventDefault();
    event.stopPropagation();
    deeds[event.key]();
    markHit();
}

function buildSearch() {
    search.input = make('input', {type: 'search', id: 'search', placeholder: words.search.search, 'aria-label': words.search.search, role: 'combobox',
                                  'aria-expanded': 'false', 'aria-controls': 'hits', 'aria-autocomplete': 'list', autocomplete: 'off',
                                  spellcheck: 'false', oninput: showHits, onkeydown: onSearchKey,
                                  onblur: () => { search.list.hidden = true; }, onfocus: showHits});
    search.list = make('ul', {role: 'listbox', id: 'hits', hidden: true, 'aria-label': words.search.search});
    search.count = make('span', {class: 'found', 'aria-live': 'polite'});
    return make('div', {class: 'search', role: 'search'}, search.input, search.count, search.list);
}

// Filters.

const filters = {tenors: [], theme: null, actor: null, importance: null, count: null, reset: null};

function condition(field) {
    return state.filter.find(each => each.field === field);
}

function setCondition(field, values, least) {
    const rest = state.filter.filter(each => each.field !== field);
    change({filter: values.length ? [...rest, {field, values, not: false, least: Boolean(least)}] : rest});
}

function toggleTenor(index) {
    const shown = new Set(shownTenors());
    if (!shown.delete(index))
        shown.add(index);
    setCondition('tenor', shown.size === 4 ? [] : [...shown].sort().map(each => tenorWords[each]));
    if (!shown.size)
        change({filter: [...state.filter, {field: 'tenor', values: ['none'], not: false, least: false}]});
}

function shownTenors() {
    const found = condition('tenor');
    return [0, 1, 2, 3].filter(index => !found || holds(found, [tenorWords[index]]));
}

function choice(label, options, change) {
    return make('select', {'aria-label': label, onchange: event => change(event.target.value)},
                options.map(([value, text]) => make('option', {value}, text)));
}

const tenorMarks = ['disc', 'triangle', 'star', 'diamond'];

function buildFilters() {
    filters.tenors = words.filter.tenors.map((name, index) => make('button', {type: 'button', class: 'tenor tint' + index, 'aria-pressed': 'true',
                                                                            onclick: () => toggleTenor(index)},
        draw('svg', {width: 15, height: 15, 'aria-hidden': 'true'}, draw('path', {d: markPath(tenorMarks[index], 7.5, 7.5, 5), class: 'mark t' + index})), name));
    const byTitle = (a, b) => a[1].localeCompare(b[1]);
    filters.theme = choice(words.filter.theme, [['', words.filter.allThemes], ...data.themes.map(theme => [theme.key, theme.title])],
                           key => setCondition('theme', key ? [key] : []));
    filters.actor = choice(words.filter.actor, [['', words.filter.allActors], ...data.actors.map(actor => [actor.key, actor.short]).sort(byTitle)],
                           key => setCondition('actor', key ? [key] : []));
    filters.importance = choice(words.filter.importance, [['', words.filter.allEvents], ['4', words.filter.majorEvents], ['5', words.filter.keyEvents]],
                                value => setCondition('importance', value ? [value] : [], true));
    filters.count = make('span', {class: 'count side', id: 'count', 'aria-live': 'polite'});
    filters.reset = make('button', {type: 'button', class: 'reset', onclick: () => change({filter: [], hideLater: false})}, words.filter.showAll);
    return make('div', {class: 'filters', role: 'group', 'aria-label': words.filter.filters}, filters.tenors, filters.theme, filters.actor,
                filters.importance, filters.reset, filters.count);
}

function drawFilters() {
    const shown = shownTenors();
    filters.tenors.forEach((button, index) => button.setAttribute('aria-pressed', String(shown.includes(index))));
    filters.theme.value = condition('theme')?.values[0] ?? '';
    filters.actor.value = condition('actor')?.values[0] ?? '';
    filters.importance.value = condition('importance')?.values[0] ?? '';
    for (const list of [filters.theme, filters.actor, filters.importance])
        list.classList.toggle('active', list.value !== '');
    const rows = shownEvents(), all = data.events.length;
    filters.count.textContent = rows.length === all ? say(words.filter.allShown, all) : say(words.filter.shown, rows.length, all);
    filters.reset.hidden = !state.filter.length && !state.hideLater;
    const visible = new Set(rows.map(row => 'e' + row));
    for (const line of document.querySelectorAll('#events tbody tr'))
        line.hidden = !visible.has(line.dataset.subject);
    for (const line of document.querySelectorAll('#ties tbody tr'))
        line.hidden = !tieFits(data.ties[parseSubject(line.dataset.subject).row], state.filter);
}

/// The lists' first cells become buttons that select.
function wakeLists() {
    for (const cell of document.querySelectorAll('#lists th[scope=row]')) {
        const subject = cell.parentElement.dataset.subject;
        cell.replaceChildren(make('button', {type: 'button', class: 'line', onclick: () => {
            select(subject);
            window.scrollTo({top: 0, behavior: isCalm.matches ? 'auto' : 'smooth'});
            details.head.focus({preventScroll: true});
        }}, cell.textContent));
    }
}

function markLists() {
    for (const line of document.querySelectorAll('#lists [data-subject]'))
        line.classList.toggle('chosen-row', line.dataset.subject === state.selection);
}

// Drawing what changed, once a frame.

const due = new Set();

function drawDue() {
    const has = (...names) => names.some(name => due.has(name));
    const isHidden = has('hideLater', 'hideDates', 'hideNames') || (has('moment') && state.hideLater);
    document.documentElement.classList.toggle('veiled', isVeiled());
    if (has('size', 'first', 'last', 'selection', 'filter') || isHidden)
        drawTimeline();
    else if (has('moment'))
        drawCursor();
    if (has('size', 'moment', 'selection', 'filter') || isHidden)
        drawNetwork();
    if (has('selection') || isHidden)
        drawDetails();
    if (has('filter', 'hideLater') || (has('moment') && state.hideLater))
        drawFilters();
    if (has('selection'))
        markLists();
    due.clear();
    keepInSight();
}

function ask(names) {
    if (!due.size)
        requestAnimationFrame(drawDue);
    names.forEach(name => due.add(name));
}

document.addEventListener('keydown', event => {
    if (onStoryKey(event)) {
        event.preventDefault();
        return;
    }
    const isTyping = event.target.closest('input, select');
    if ((event.key === '/' && !isTyping) || (event.key === 'k' && (event.ctrlKey || event.metaKey))) {
        event.preventDefault();
        search.input.focus();
    } else if (event.key === 'Escape') {
        if (story.menu && !story.menu.hidden) {
            openMenu(false);
            story.button.focus();
        } else if (story.row >= 0)
            endStory();
        else if (!isTyping)
            select('');
    }
});

document.addEventListener('pointerdown', event => {
    if (story.menu && !story.menu.hidden && !event.target.closest('.stories'))
        openMenu(false);
});

/// Beside each other the panes fill what the window has left; below each other they are as high as they need.
function fitPanes(panes) {
    const room = window.innerHeight - panes.getBoundingClientRect().top - window.scrollY;
    panes.style.height = window.innerWidth < 900 ? '' : Math.max(540, room) + 'px';
}

function build() {
    const top = document.getElementById('head'), app = document.getElementById('app');
    const stories = buildStories();
    top.append(buildSearch(), ...(stories ? [stories] : []));
    const panes = make('div', {class: 'panes'}, buildTimeline(),
                       make('div', {class: 'side-panes'}, buildNetwork(), buildDetails(), story.bar));
    app.append(buildFilters(), panes);
    fitPanes(panes);
    window.addEventListener('resize', () => fitPanes(panes));
    window.addEventListener('beforeprint', () => { panes.style.height = ''; });
    window.addEventListener('afterprint', () => fitPanes(panes));
    wakeLists();
    document.documentElement.classList.add('awake');
    listeners.push(changed => ask(changed));
    new ResizeObserver(() => ask(['size'])).observe(timeline.box);
    new ResizeObserver(() => ask(['size'])).observe(network.svg.parentElement);
    ask(['size', 'moment', 'selection', 'filter', 'hideLater']);
}

build();
