// What all parts share: data, words, elements, the state of the view.

const data = JSON.parse(document.getElementById('data').textContent);
const words = data.words;
const svgSpace = 'http://www.w3.org/2000/svg';
const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)');

/// An element with attributes and children; texts become text and never markup.
function make(name, attributes, ...children) {
    return fill(document.createElement(name), attributes, children);
}

function draw(name, attributes, ...children) {
    return fill(document.createElementNS(svgSpace, name), attributes, children);
}

function fill(element, attributes, children) {
    for (const [key, value] of Object.entries(attributes || {})) {
        if (value === null || value === undefined || value === false)
            continue;
        if (key.startsWith('on'))
            element.addEventListener(key.slice(2), value);
        else
            element.setAttribute(key, value === true ? '' : value);
    }
    for (const child of children.flat())
        if (child !== null && child !== undefined && child !== '')
            element.append(child);
    return element;
}

function say(pattern, ...values) {
    return pattern.replace(/%(\d)/g, (whole, number) => String(values[number - 1] ?? ''));
}

// Days are counted from 1970-01-01, as in the dossier; see Hinnant, "chrono-Compatible Low-Level Date Algorithms".

function civil(day) {
    const z = Math.floor(day) + 719468;
    const era = Math.floor(z / 146097);
    const inEra = z - era * 146097;
    const yearOfEra = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36524) -
                                  Math.floor(inEra / 146096)) / 365);
    const dayOfYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
    const shifted = Math.floor((5 * dayOfYear + 2) / 153);
    const month = shifted < 10 ? shifted + 3 : shifted - 9;
    return {year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1};
}

function dayOf(year, month, day) {
    const y = month <= 2 ? year - 1 : year;
    const era = Math.floor(y / 400);
    const yearOfEra = y - era * 400;
    const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
    return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

function yearWords(year) {
    const short = value => String(Number(value.toPrecision(4)));
    if (year <= -1e9)
        return say(words.dates.billions, short(-year / 1e9));
    if (year <= -1e6)
        return say(words.dates.millions, short(-year / 1e6));
    if (year <= -1e5)
        return say(words.dates.thousands, short(-year / 1e3));
    return year > 0 ? String(year) : say(words.dates.before, 1 - year);
}

function dayWords(day) {
    const date = civil(day);
    return say(words.dates.day, date.day, words.dates.months[date.month - 1], yearWords(date.year));
}

/// A text as one looks for it: without case and marks.
function folded(text) {
    return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const measuring = document.createElement('canvas').getContext('2d');
const widths = new Map();

function textWidth(text, size, weight) {
    const key = size + '/' + weight + '/' + text;
    let width = widths.get(key);
    if (width === undefined) {
        measuring.font = weight + ' ' + size + 'px ' + getComputedStyle(document.body).fontFamily;
        width = measuring.measureText(text).width;
        widths.set(key, width);
    }
    return width;
}

/// The text, or as much of it as the width holds.
function elided(text, size, weight, width) {
    if (textWidth(text, size, weight) <= width)
        return text;
    let kept = text;
    while (kept.length > 1 && textWidth(kept + '…', size, weight) > width)
        kept = kept.slice(0, -1);
    return kept.trimEnd() + '…';
}

function clamp(value, low, high) {
    return Math.max(low, Math.min(high, value));
}

// Things are named by a letter and a row: "e5", "a2", "r7", "s3", "g2" for the agreement 2 as a tie.

function parseSubject(subject) {
    return subject ? {kind: subject[0], row: Number(subject.slice(1))} : {kind: '', row: -1};
}

function titleOf(subject) {
    const {kind, row} = parseSubject(subject);
    const list = {e: data.events, a: data.actors, r: data.ties, s: data.sources, g: data.actors}[kind];
    return list && list[row] ? list[row].title : '';
}

const state = {
    moment: data.opening.moment,
    first: data.opening.first,
    last: data.opening.last,
    selection: data.opening.selection,
    filter: [],
    hideLater: false,
    hideDates: false,
    hideNames: false,
};

const listeners = [];

/// Changes the view and tells all parts what changed.
function change(next) {
    const changed = new Set(Object.keys(next).filter(key => state[key] !== next[key]));
    if (changed.size === 0)
        return;
    Object.assign(state, next);
    for (const listener of listeners)
        listener(changed);
}

/// Selecting an event moves the moment to its day, and the timeline to where it can be seen.
function select(subject) {
    const next = {selection: subject};
    const {kind, row} = parseSubject(subject);
    if (kind === 'e') {
        const event = data.events[row];
        if (event.moment !== null && event.moment !== undefined)
            next.moment = event.moment;
        if (event.day !== undefined && (event.day < state.first || event.day > state.last)) {
            const half = (state.last - state.first) / 2;
            next.first = event.day - half;
            next.last = event.day + half;
        }
    }
    change(next);
}

/// A picture of a mark, centred.
function markPath(mark, x, y, r) {
    const at = (dx, dy) => (x + dx * r).toFixed(2) + ' ' + (y + dy * r).toFixed(2);
    const polygon = points => 'M' + points.map(point => at(...point)).join('L') + 'Z';
    switch (mark) {
    case 'diamond':
        return polygon([[0, -1.22], [1.22, 0], [0, 1.22], [-1.22, 0]]);
    case 'square':
        return polygon([[-.92, -.92], [.92, -.92], [.92, .92], [-.92, .92]]);
    case 'triangle':
        return polygon([[-1.14, -.86], [1.14, -.86], [0, 1.12]]);
    case 'balloon':
        return polygon([[-.7, -.98], [.7, -.98], [1.08, -.6], [1.08, .24], [.7, .62], [.25, .62], [-.5, 1.15],
                        [-.55, .62], [-.7, .62], [-1.08, .24], [-1.08, -.6]]);
    case 'star':
        return polygon(Array.from({length: 16}, (unused, i) => {
            const length = i % 2 === 0 ? 1.34 : .62;
            return [length * Math.sin(i * Math.PI / 8), -length * Math.cos(i * Math.PI / 8)];
        }));
    default:
        return 'M' + at(-1, 0) + 'A' + r + ' ' + r + ' 0 1 1 ' + at(1, 0) + 'A' + r + ' ' + r + ' 0 1 1 ' + at(-1, 0) + 'Z';
    }
}

/// The mark of an event, small, for headings and lists.
function glyph(event, size) {
    const path = draw('path', {d: markPath(event.mark, size / 2, size / 2, size * .36),
                               class: 'mark t' + event.tenor + (event.hollow ? ' hollow' : '')});
    return draw('svg', {width: size, height: size, 'aria-hidden': 'true', class: 'glyph'}, path);
}
