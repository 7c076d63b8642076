// What a scene hides, by the rules of the presentation (app/presentation/visible.h).

const blot = '••••';

function isVeiled() {
    return state.hideLater || state.hideDates || state.hideNames;
}

function isToldDay(day) {
    return !state.hideLater || day <= state.moment;
}

/// An event is told from the day on which it has certainly begun.
function isToldEvent(event) {
    return !state.hideLater || (Number.isFinite(event.moment) && event.moment <= state.moment);
}

/// When an event happened, as far as it may be told.
function toldDate(event, isFull) {
    if (state.hideDates)
        return '';
    const isWhole = !state.hideLater || (Number.isFinite(event.told) && event.told <= state.moment);
    return isWhole ? (isFull ? event.fullDate : event.date) : event.begun || '';
}

const namePatterns = {all: null};

/// Finds names as words of their own, the longest first. Chinese and its like have no gaps between words.
function namePattern() {
    if (namePatterns.all)
        return namePatterns.all;
    const isGapless = letter => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter);
    const names = [...new Set(data.actors.flatMap(actor => [actor.title, actor.short]).filter(name => name.length > 1))]
        .sort((a, b) => b.length - a.length);
    const written = list => list.map(name => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|') || '(?!)';
    const gapless = names.filter(name => isGapless(name[0]) || isGapless(name[name.length - 1]));
    namePatterns.all = new RegExp('(^|[^\\p{L}\\p{N}])(?:' + written(names.filter(name => !gapless.includes(name))) +
                                  ')(?![\\p{L}\\p{N}])|' + '(?:' + written(gapless) + ')', 'gu');
    return namePatterns.all;
}

/// An author's words: years are blotted out where dates are hidden, names of actors where names are.
function toldWords(text) {
    let told = text;
    if (state.hideDates)
        told = told.replace(/(^|\D)\d{4}(?!\d)/g, '$1' + blot);
    if (state.hideNames)
        told = told.replace(namePattern(), (whole, before) => (before || '') + blot);
    return told;
}

function toldName(event) {
    return isVeiled() ? [toldWords(event.title), toldDate(event, true)].filter(Boolean).join(', ') : event.name;
}

const seen = {first: null};

/// The first day of anything that each actor takes part in; without any, the actor was always there.
function firstSeen() {
    if (seen.first)
        return seen.first;
    const days = data.actors.map(() => null);
    const see = (row, day) => {
        if (row >= 0)
            days[row] = Math.min(days[row] ?? Infinity, day);
    };
    for (const event of data.events)
        event.actors.forEach(([row]) => see(row, event.moment ?? Infinity));
    for (const period of data.periods)
        if (period.tie >= 0)
            [data.ties[period.tie].from, data.ties[period.tie].to].forEach(row => see(row, period.possible[0] ?? -Infinity));
    seen.first = days.map(day => day ?? -Infinity);
    return seen.first;
}

function isToldActor(row) {
    return !state.hideLater || row < 0 || firstSeen()[row] <= state.moment;
}

// The filter and the network of a moment, by the rules of the program (db/model/filter.h, network.h).

const presence = {none: 0, possible: 1, certain: 2};
const states = {proposed: 0, signed: 1, inForce: 2, suspended: 3, alleged: 4, disputed: 5, held: 6};
const tenorWords = ['cooperation', 'pressure', 'conflict', 'neutral'];

function holds(condition, found) {
    if (condition.least)
        return found.some(word => Number(word) >= Number(condition.values[0]));
    return found.some(word => condition.values.includes(word)) !== condition.not;
}

function wordsOfEvent(field, event) {
    switch (field) {
    case 'tenor':
        return [tenorWords[event.tenor]];
    case 'theme':
        return event.themes.filter(row => row >= 0).map(row => data.themes[row].key);
    case 'actor':
        return event.actors.map(([row]) => data.actors[row].key);
    case 'kind':
        return [event.kind];
    case 'importance':
        return [String(event.importance)];
    case 'certainty':
        return [event.certainty];
    case 'source':
        return [event.cited.length ? 'yes' : 'no'];
    case 'lane':
        return event.lane >= 0 ? [data.themes[event.lane].key] : [];
    }
    return [];
}

const tieTypes = new Set(data.ties.map(tie => tie.type));

/// The same for a tie; null where the condition speaks of events only.
function wordsOfTie(condition, tie) {
    switch (condition.field) {
    case 'tenor':
        return [tenorWords[tie.tenor]];
    case 'kind':
        return condition.values.some(value => tieTypes.has(value)) ? [tie.type] : null;
    case 'actor':
        return [tie.from, tie.to].filter(row => row >= 0).map(row => data.actors[row].key);
    case 'source':
        return [tie.cited.length ? 'yes' : 'no'];
    }
    return null;
}

function eventFits(event, filter) {
    return filter.every(condition => holds(condition, wordsOfEvent(condition.field, event)));
}

function tieFits(tie, filter) {
    return filter.every(condition => {
        const found = wordsOfTie(condition, tie);
        return found === null || holds(condition, found);
    });
}

/// Rows of the events that are shown, in order of time, undated ones last.
function shownEvents() {
    return data.order.filter(row => {
        const event = data.events[row];
        return eventFits(event, state.filter) && isToldEvent(event);
    });
}

function presenceOn(period, day) {
    const [from, to, never] = period.certain;
    if (!never && (from === null || from <= day) && (to === null || day < to))
        return presence.certain;
    const [first, last] = period.possible;
    return (first === null || first <= day) && (last === null || day < last) ? presence.possible : presence.none;
}

function hasEnded(period, day) {
    return period.possible[1] !== null && day >= period.possible[1];
}

const early = day => day === null ? -Infinity : day;

/// The periods of a tie that matter on a day: those that hold, else the one that ended last.
function standingOf(tie, day) {
    const standing = {holding: [], ended: -1};
    for (const row of tie.periods) {
        const period = data.periods[row];
        if (presenceOn(period, day) !== presence.none)
            standing.holding.push(row);
        else if (hasEnded(period, day) &&
                 (standing.ended < 0 || period.possible[1] >= data.periods[standing.ended].possible[1]))
            standing.ended = row;
    }
    return standing;
}

/// Certain before possible, a later start before an earlier one.
function leading(holding, day) {
    let best = -1;
    for (const row of holding) {
        if (best < 0) {
            best = row;
            continue;
        }
        const a = presenceOn(data.periods[row], day), b = presenceOn(data.periods[best], day);
        if (a > b || (a === b && early(data.periods[row].possible[0]) >= early(data.periods[best].possible[0])))
            best = row;
    }
    return best;
}

/// Agreements that the selection opens into nodes.
function expandedBy(subject) {
    const {kind, row} = parseSubject(subject);
    const found = new Set();
    const addEnds = tie => [tie.from, tie.to].forEach(end => isAgreement(end) && found.add(end));
    if (kind === 'a' && isAgreement(row))
        found.add(row);
    if (kind === 'r')
        addEnds(data.ties[row]);
    if (kind === 'e') {
        data.events[row].actors.forEach(([actor]) => isAgreement(actor) && found.add(actor));
        for (const period of [...data.events[row].begins, ...data.events[row].ends])
            if (data.periods[period].tie >= 0)
                addEnds(data.ties[data.periods[period].tie]);
    }
    return found;
}

function isAgreement(row) {
    return row >= 0 && data.actors[row].kind === 'agreement';
}

const twoOf = tie => Math.min(tie.from, tie.to) + '-' + Math.max(tie.from, tie.to);
const tiesOfTwo = new Map(); // rows of ties, by whom they tie
data.ties.forEach((tie, row) => {
    const two = twoOf(tie);
    if (!tiesOfTwo.has(two))
        tiesOfTwo.set(two, []);
    tiesOfTwo.get(two).push(row);
});

/// Whether another tie of the same two actors began since this one ended.
function isFollowed(index, ended, day) {
    const tie = data.ties[index], end = data.periods[ended].possible[1];
    return tiesOfTwo.get(twoOf(tie)).some(row => {
        return row !== index && data.ties[row].periods.some(period => {
            const start = data.periods[period].possible[0];
            return start !== null && start >= end && start <= day;
        });
    });
}

function drawnTie(index, period, day) {
    const tie = data.ties[index], row = data.periods[period], present = presenceOn(row, day);
    const isOpen = state.hideLater && row.open && row.possible[1] > state.moment;
    const isVague = state.hideLater && row.unsaid && row.sure > state.moment;
    const [name, label] = isVague && present === presence.possible ? row.unsaid : (isOpen ? row.open : row.words)[2 - present];
    return {subject: 'r' + index, from: tie.from, to: tie.to, form: tie.form, tenor: tie.tenor, directed: tie.directed,
            state: row.state, presence: present, ended: present === presence.none, name, label};
}

const pairWords = new Map(data.pairs.map(([a, b, told]) => [a + ',' + b, told]));

/// An agreement of two parties as one tie between them.
function joinedTie(agreement, first, second, standings, day) {
    const a = leading(standings[first].holding, day), b = leading(standings[second].holding, day);
    const one = drawnTie(first, a, day), other = drawnTie(second, b, day);
    const present = Math.min(one.presence, other.presence);
    const told = pairWords.get(a + ',' + b);
    const end = Math.min(...[a, b].map(period => data.periods[period].possible[1] ?? Infinity));
    const isOpen = state.hideLater && end > state.moment && Number.isFinite(end);
    const isVague = state.hideLater && present === presence.possible &&
                    [a, b].some(period => data.periods[period].sure > state.moment);
    const [name, label] = told ? told[isVague ? 4 : 2 - present + (isOpen ? 2 : 0)] : [one.name, data.actors[agreement].short];
    return {...one, subject: 'a' + agreement, to: other.from, directed: false, presence: present,
            state: Math.min(one.state, other.state), name, label};
}

/// Ties on a day, in the order of the program, which actors have one, and which agreements stand as nodes.
function networkAt(day, filter, selection) {
    const standings = data.ties.map(tie => standingOf(tie, day));
    const parties = new Map();
    data.ties.forEach((tie, row) => {
        if (!tie.party || !standings[row].holding.length)
            return;
        if (!parties.has(tie.to))
            parties.set(tie.to, []);
        parties.get(tie.to).push(row);
    });
    const expanded = expandedBy(selection), nodes = new Set();
    for (const [agreement, rows] of parties)
        if (rows.length !== 2 || expanded.has(agreement))
            nodes.add(agreement);
    const hidden = row => isAgreement(row) && !nodes.has(row);
    const ties = [];
    data.ties.forEach((tie, row) => {
        if (tie.from < 0 || tie.to < 0 || hidden(tie.from) || hidden(tie.to) || !tieFits(tie, filter))
            return;
        if (standings[row].holding.length)
            ties.push(drawnTie(row, leading(standings[row].holding, day), day));
        else if (standings[row].ended >= 0 && !isFollowed(row, standings[row].ended, day))
            ties.push(drawnTie(row, standings[row].ended, day));
    });
    for (const agreement of [...parties.keys()].sort((a, b) => a - b)) {
        const rows = parties.get(agreement);
        if (!nodes.has(agreement) && rows.some(row => tieFits(data.ties[row], filter)))
            ties.push(joinedTie(agreement, rows[0], rows[1], standings, day));
    }
    for (const [from, to, name, label] of data.parts.filter(([from, to]) => isToldActor(from) && isToldActor(to)))
        ties.push({subject: 'a' + from, from, to, form: 'plain', tenor: 3, directed: false, state: states.held,
                   presence: presence.certain, ended: false, name, label, isPart: true});
    const onStage = new Set();
    for (const tie of ties)
        if (!tie.ended)
            onStage.add(tie.from).add(tie.to);
    return {ties, nodes, onStage};
}
