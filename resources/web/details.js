// What is known of the selection, in words, with its sources.

const details = {box: null, head: null};
const numbers = {list: [], reset() { this.list = []; }};

/// The number of a citation on this page, from 1.
function numberOf(citation) {
    let at = numbers.list.indexOf(citation);
    if (at < 0)
        at = numbers.list.push(citation) - 1;
    return at + 1;
}

function citeButton(citation) {
    const number = numberOf(citation);
    return make('button', {type: 'button', class: 'cite', 'aria-label': say(words.detail.sourceNumber, number),
                           title: toldSource(data.sources[data.citations[citation].source]),
                           onclick: event => showSource(event.target, citation)}, String(number));
}

/// A title may tell what was later; who published or wrote it does not.
function toldSource(source) {
    const title = state.hideLater ? source?.publisher || source?.author : source?.title;
    return toldWords(title || '');
}

function showSource(from, citation) {
    const item = from.closest('.with-sources')?.querySelector('[data-citation="' + citation + '"]');
    if (!item)
        return;
    item.scrollIntoView({block: 'nearest', behavior: isCalm.matches ? 'auto' : 'smooth'});
    item.focus({preventScroll: true});
}

const citationRows = new Map(data.citations.map((citation, row) => [citation.key, row]));

/// Words with citation marks, strong and stressed words, without what is hidden.
function markedText(text) {
    const parts = [];
    for (const piece of text.split(/(\[\^[a-z0-9-]+\]|\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/)) {
        const mark = /^\[\^([a-z0-9-]+)\]$/.exec(piece);
        if (mark && citationRows.has(mark[1]))
            parts.push(citeButton(citationRows.get(mark[1])));
        else if (piece.length > 4 && piece.startsWith('**') && piece.endsWith('**'))
            parts.push(make('strong', {}, toldWords(piece.slice(2, -2))));
        else if (piece.length > 2 && piece.startsWith('*') && piece.endsWith('*'))
            parts.push(make('em', {}, toldWords(piece.slice(1, -1))));
        else if (!mark)
            parts.push(toldWords(piece));
    }
    return parts;
}

function paragraphs(text) {
    return text.split(/\n\s*\n/).filter(each => each.trim()).map(each => make('p', {}, markedText(each.trim())));
}

function chip(subject, text, extra) {
    return make('button', {type: 'button', class: 'chip ' + (extra || ''), onclick: () => select(subject)}, text || titleOf(subject));
}

function chipsOf(title, chips) {
    return chips.length ? make('div', {class: 'row'}, make('h4', {}, title), make('div', {class: 'chips'}, chips)) : null;
}

function rowsOf(title, rows) {
    return rows.length ? make('div', {class: 'row'}, make('h4', {}, title), make('ul', {class: 'rows'}, rows)) : null;
}

function row(subject, text, side) {
    return make('li', {}, make('button', {type: 'button', class: 'line', onclick: () => select(subject)},
                               make('span', {class: 'side'}, side), make('span', {}, text)));
}

function link(url, text) {
    return url ? make('a', {href: url, rel: 'noreferrer noopener', target: '_blank'}, text) : null;
}

function sourceItem(citation, number) {
    const cited = data.citations[citation], source = data.sources[cited.source];
    if (!source)
        return null;
    const isBare = state.hideLater || state.hideDates;
    const side = isBare ? '' : toldWords([source.publisher || source.author, source.date].filter(Boolean).join(', '));
    const title = toldSource(source), quotation = isVeiled() ? '' : cited.quotation, locator = isVeiled() ? '' : cited.locator;
    return make('li', {'data-citation': citation, tabindex: -1}, make('span', {class: 'number', 'aria-hidden': 'true'}, String(number)),
        make('span', {class: 'source'},
             make('b', {}, link(source.url, title) || title), locator ? ', ' + locator : '', ' ',
             make('span', {class: 'side'}, side), quotation ? make('q', {}, quotation) : '',
             source.archived ? [' ', link(source.archived, words.detail.archived)] : ''));
}

/// The list of what the texts above cite, and of what else is cited.
function sourceList(cited) {
    cited.forEach(numberOf);
    const items = numbers.list.map((citation, i) => sourceItem(citation, i + 1));
    return make('div', {class: 'row sources'}, make('h4', {}, words.detail.sources),
                items.length ? make('ol', {class: 'sources'}, items) : make('p', {class: 'side'}, words.detail.noSources));
}

function readingsOf(subject) {
    const rows = data.perspectives.filter(each => each.subject === subject);
    return rows.length ? make('div', {class: 'row'}, make('h4', {}, words.detail.readings), rows.map(each =>
        make('div', {class: 'reading'}, make('p', {}, each.holder >= 0 ? chip('a' + each.holder) : '', ' ', make('span', {class: 'tag'}, each.stance)),
             paragraphs(each.text)))) : null;
}

function heading(text, mark) {
    details.head = make('h3', {tabindex: -1, id: 'details-title'}, mark || '', text);
    return details.head;
}

function eventPage(index) {
    const event = data.events[index];
    const tieOf = period => data.periods[period].tie >= 0 ? row('r' + data.periods[period].tie, data.ties[data.periods[period].tie].title, data.periods[period].dates) : null;
    const tags = [event.precision, event.certainty !== 'happened' ? event.certaintyWord : '', words.filter.tenors[event.tenor]].filter(Boolean);
    return [heading(event.title, glyph(event, 20)),
            make('p', {class: 'when'}, event.fullDate, ' ', tags.map(tag => make('span', {class: 'tag'}, tag))),
            event.place ? make('p', {class: 'side'}, event.place) : null, paragraphs(event.text),
            chipsOf(words.detail.actors, event.actors.map(([actor, role]) => chip('a' + actor, data.actors[actor].short + (role ? ' · ' + role : ''), data.actors[actor].kind))),
            rowsOf(words.detail.begins, event.begins.map(tieOf)), rowsOf(words.detail.ends, event.ends.map(tieOf)),
            readingsOf('e' + index), sourceList(event.cited)];
}

function actorPage(index) {
    const actor = data.actors[index];
    const ties = data.ties.map((tie, i) => tie.from === index || tie.to === index
        ? row('r' + i, tie.title, tie.periods.map(period => data.periods[period].dates).join('; ')) : null).filter(Boolean);
    const events = data.order.filter(each => data.events[each].actors.some(([who]) => who === index))
        .map(each => row('e' + each, data.events[each].short, data.events[each].date));
    return [heading(actor.title), make('p', {class: 'when'}, make('span', {class: 'tag'}, actor.kindWord)), paragraphs(actor.text),
            actor.partOf >= 0 ? chipsOf(words.detail.partOf, [chip('a' + actor.partOf)]) : null,
            rowsOf(words.detail.ties, ties), rowsOf(words.detail.events, events), readingsOf('a' + index), sourceList(actor.cited)];
}

function tiePage(index) {
    const tie = data.ties[index];
    const periods = tie.periods.map(each => {
        const period = data.periods[each];
        return make('li', {}, period.dates, ' ', period.cited.map(citeButton),
                    period.begun >= 0 ? make('div', {class: 'side'}, words.detail.begunBy, ' ', chip('e' + period.begun, data.events[period.begun].short)) : null,
                    period.ended >= 0 ? make('div', {class: 'side'}, words.detail.endedBy, ' ', chip('e' + period.ended, data.events[period.ended].short)) : null);
    });
    return [heading(tie.title), make('p', {class: 'when'}, make('span', {class: 'tag'}, words.filter.tenors[tie.tenor])),
            chipsOf(words.detail.actors, [tie.from, tie.to].filter(each => each >= 0).map(each => chip('a' + each, data.actors[each].short, data.actors[each].kind))),
            rowsOf(words.detail.periods, periods), readingsOf('r' + index), sourceList(tie.cited)];
}

function sourcePage(index) {
    const source = data.sources[index];
    const cites = list => list.some(citation => data.citations[citation].source === index);
    const rows = [...data.order.filter(each => cites(data.events[each].cited)).map(each => row('e' + each, data.events[each].short, data.events[each].date)),
                  ...data.ties.map((tie, i) => cites(tie.cited) ? row('r' + i, tie.title, '') : null).filter(Boolean)];
    return [heading(source.title), make('p', {class: 'side'}, [source.author, source.publisher, source.date].filter(Boolean).join(', ')),
            make('p', {}, link(source.url, source.url)), make('p', {}, link(source.archived, words.detail.archived)),
            rowsOf(words.detail.cites, rows)];
}

/// While a scene hides something: what is selected and when it was, as far as that may be told.
function veiledPage(kind, index) {
    const pages = {
        e: () => [heading(toldWords(data.events[index].title), glyph(data.events[index], 20)),
                  make('p', {class: 'when'}, toldDate(data.events[index], true))],
        a: () => [heading(state.hideNames ? '?' : data.actors[index].title),
                  make('p', {class: 'when'}, make('span', {class: 'tag'}, data.actors[index].kindWord))],
        r: () => [heading(toldWords(data.ties[index].title))],
    };
    return pages[kind] ? pages[kind]() : [heading(words.panel.details)];
}

function drawDetails() {
    const {kind, row: index} = parseSubject(state.selection);
    const pages = {e: eventPage, a: actorPage, r: tiePage, s: sourcePage};
    numbers.reset();
    const hadFocus = details.box.contains(document.activeElement);
    if (isVeiled())
        details.box.replaceChildren(...veiledPage(kind, index));
    else if (pages[kind])
        details.box.replaceChildren(...pages[kind](index).flat().filter(Boolean));
    else
        details.box.replaceChildren(heading(data.title), ...paragraphs(data.summary), make('p', {class: 'side'}, words.detail.nothing));
    details.box.scrollTop = 0;
    if (hadFocus)
        details.head.focus({preventScroll: true});
    details.spoken.textContent = details.head.textContent;
}

function buildDetails() {
    details.box = make('div', {class: 'details-box with-sources', tabindex: 0, role: 'region', 'aria-label': words.panel.details});
    details.spoken = make('p', {class: 'unseen', 'aria-live': 'polite'});
    const step = (text, direction) => make('button', {type: 'button', onclick: () => stepEvent(direction)}, text);
    return make('section', {class: 'details', id: 'details', 'aria-label': words.panel.details}, details.box, details.spoken,
                make('div', {class: 'neighbours'}, step('‹ ' + words.detail.previous, -1), step(words.detail.next + ' ›', 1)));
}
