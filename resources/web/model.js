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

/// The same for a tie; null where the condition speaks of events only.
function wordsOfTie(condition, tie) {
    switch (condition.field) {
    case 'tenor':
        return [tenorWords[tie.tenor]];
    case 'kind':
        return data.ties.some(other => condition.values.includes(other.type)) ? [tie.type] : null;
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
        return eventFits(event, state.filter) && !(state.hideLater && event.first > state.moment);
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

/// Whether another tie of the same two actors began since this one ended.
function isFollowed(index, ended, day) {
    const tie = data.ties[index], end = data.periods[ended].possible[1];
    return data.ties.some((other, row) => {
        const samePair = (other.from === tie.from && other.to === tie.to) ||
                         (other.from === tie.to && other.to === tie.from);
        return samePair && row !== index && other.periods.some(period => {
            const start = data.periods[period].possible[0];
            return start !== null && start >= end && start <= day;
        });
    });
}

function drawnTie(index, period, day) {
    const tie = data.ties[index], row = data.periods[period], present = presenceOn(row, day);
    const [name, label] = row.words[2 - present];
    return {subject: 'r' + index, from: tie.from, to: tie.to, form: tie.form, tenor: tie.tenor, directed: tie.directed,
            state: row.state, presence: present, ended: present === presence.none, name, label};
}

/// An agreement of two parties as one tie between them.
function joinedTie(agreement, first, second, standings, day) {
    const a = leading(standings[first].holding, day), b = leading(standings[second].holding, day);
    const one = drawnTie(first, a, day), other = drawnTie(second, b, day);
    const present = Math.min(one.presence, other.presence);
    const told = data.pairs[a + ',' + b];
    const [name, label] = told ? told[2 - present] : [one.name, data.actors[agreement].short];
    return {...one, subject: 'a' + agreement, to: other.from, directed: false, presence: present,
            state: Math.min(one.state, other.state), name, label};
}

/// Ties on a day, in the order of the program, which actors have one, and which agreements stand as nodes.
function networkAt(day, filter, selection) {
    const standings = data.ties.map(tie => standingOf(tie, day));
    const parties = new Map();
    data.ties.forEach((tie, row) => {
        if (tie.party && standings[row].holding.length)
            parties.set(tie.to, [...(parties.get(tie.to) || []), row]);
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
    for (const [from, to, name, label] of data.parts)
        ties.push({subject: 'a' + from, from, to, form: 'plain', tenor: 3, directed: false, state: states.held,
                   presence: presence.certain, ended: false, name, label, isPart: true});
    const onStage = new Set();
    for (const tie of ties)
        if (!tie.ended)
            onStage.add(tie.from).add(tie.to);
    return {ties, nodes, onStage};
}
