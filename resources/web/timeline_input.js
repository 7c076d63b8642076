// What the timeline does when it is touched, turned or typed at.

function buildTimeline() {
    const hint = make('p', {id: 'timeline-help', class: 'unseen'}, words.panel.timelineHelp);
    timeline.back = draw('g', {'aria-hidden': 'true', role: 'presentation'});
    timeline.heads = draw('g', {'aria-hidden': 'true', role: 'presentation'});
    timeline.marks = draw('g', {role: 'presentation'});
    const cursor = {line: draw('path', {class: 'cursor-line'}), small: draw('path', {class: 'cursor-line'}), flag: draw('path', {class: 'flag'}),
                    text: draw('text', {y: 20.5, class: 'flag-text', 'text-anchor': 'middle'})};
    cursor.group = draw('g', {role: 'slider', tabindex: 0, 'aria-label': words.panel.moment, class: 'cursor', id: 'moment'},
                        draw('g', {'aria-hidden': 'true'}, cursor.flag, cursor.text));
    timeline.cursor = cursor;
    timeline.list = draw('g', {role: 'listbox', tabindex: 0, id: 'marks', 'aria-label': words.panel.timeline,
                               'aria-describedby': 'timeline-help'}, timeline.marks);
    timeline.svg = draw('svg', {class: 'timeline-svg', direction: 'ltr', role: 'group', 'aria-label': words.panel.timeline},
                        timeline.back, cursor.line, cursor.small, timeline.heads, timeline.list, cursor.group);
    timeline.zoom = make('div', {class: 'zoom'},
        make('button', {type: 'button', title: words.panel.zoomOut, 'aria-label': words.panel.zoomOut, onclick: () => zoomMiddle(1.6)}, '−'),
        make('button', {type: 'button', title: words.panel.zoomIn, 'aria-label': words.panel.zoomIn, onclick: () => zoomMiddle(1 / 1.6)}, '+'),
        make('button', {type: 'button', title: words.panel.whole, 'aria-label': words.panel.whole, onclick: showWhole}, '⤢'));
    timeline.tray = make('div', {class: 'tray', role: 'group', 'aria-label': words.panel.undated, hidden: true});
    timeline.box = make('div', {class: 'timeline-box'}, timeline.svg);
    listenToTimeline();
    return make('section', {class: 'timeline', id: 'timeline', 'aria-label': words.panel.timeline}, timeline.zoom, timeline.box, timeline.tray, hint);
}

function zoomMiddle(factor) {
    const isCursorInside = state.moment > state.first && state.moment < state.last;
    zoomBy(factor, isCursorInside ? state.moment : (state.first + state.last) / 2);
}

/// The event before or after the selected one, else the moment.
function stepEvent(direction) {
    const shown = shownEvents();
    const {kind, row} = parseSubject(state.selection);
    let at = kind === 'e' ? shown.indexOf(row) : -1;
    if (at < 0) {
        const after = shown.findIndex(each => data.events[each].first === undefined || data.events[each].first > state.moment);
        at = direction > 0 ? (after < 0 ? shown.length : after) - 1 : after < 0 ? shown.length : after;
    }
    const next = shown[at + direction];
    if (next !== undefined)
        select('e' + next);
}

/// The next day on which some tie may begin or end.
function stepChange(direction) {
    const days = data.changes;
    const next = direction > 0 ? days.find(day => day > state.moment) : days.filter(day => day < state.moment).pop();
    if (next !== undefined)
        change({moment: next});
}

function onTimelineKey(event) {
    const width = state.last - state.first;
    const deeds = {
        ArrowRight: () => event.shiftKey ? panBy(width / 8) : stepEvent(1),
        ArrowLeft: () => event.shiftKey ? panBy(-width / 8) : stepEvent(-1),
        ArrowDown: () => stepEvent(1),
        ArrowUp: () => stepEvent(-1),
        Home: () => shownEvents().length && select('e' + shownEvents()[0]),
        End: () => shownEvents().length && select('e' + shownEvents().filter(row => data.events[row].day !== undefined).pop()),
        '+': () => zoomMiddle(1 / 1.6),
        '=': () => zoomMiddle(1 / 1.6),
        '-': () => zoomMiddle(1.6),
        0: showWhole,
    };
    if (!deeds[event.key] || event.ctrlKey || event.metaKey || event.altKey)
        return;
    event.preventDefault();
    event.stopPropagation();
    deeds[event.key]();
}

function onMomentKey(event) {
    const deeds = {ArrowRight: () => stepChange(1), ArrowUp: () => stepChange(1), ArrowLeft: () => stepChange(-1),
                   ArrowDown: () => stepChange(-1), Home: () => change({moment: Math.ceil(data.opening.first)}),
                   End: () => change({moment: Math.floor(data.opening.last)})};
    const byDay = {ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1};
    if (!deeds[event.key] || event.ctrlKey || event.metaKey || event.altKey)
        return;
    event.preventDefault();
    event.stopPropagation();
    if (event.shiftKey && byDay[event.key])
        change({moment: state.moment + byDay[event.key]});
    else
        deeds[event.key]();
}

const touch = {points: new Map(), deed: '', moved: false, start: null, target: null};

function beginTouch(event) {
    if (event.button > 0)
        return;
    const spot = spotOf(event);
    touch.points.set(event.pointerId, spot);
    touch.moved = false;
    touch.target = event.target;
    touch.start = {x: spot.x, first: state.first, last: state.last};
    touch.deed = event.target.closest('.cursor') || spot.y < 28 ? 'moment'
        : spot.y > timeline.frame.bottom ? 'overview' : touch.points.size > 1 ? 'pinch' : 'pan';
    if (touch.points.size > 1)
        touch.moved = true;
    if (touch.deed === 'overview')
        centreOverview(spot.x);
    timeline.svg.setPointerCapture(event.pointerId);
}

function spotOf(event) {
    const box = timeline.svg.getBoundingClientRect();
    return {x: event.clientX - box.left, y: event.clientY - box.top};
}

function centreOverview(x) {
    const {left, right} = timeline.frame, whole = data.opening.last - data.opening.first;
    const day = data.opening.first + (x - left) / (right - left) * whole, half = (state.last - state.first) / 2;
    zoomTo(day - half, day + half);
}

function moveTouch(event) {
    if (!touch.points.has(event.pointerId))
        return;
    const spot = spotOf(event), before = touch.points.get(event.pointerId);
    if (touch.deed === 'pinch' && touch.points.size === 2) {
        const other = [...touch.points].find(([id]) => id !== event.pointerId)[1];
        const was = Math.abs(before.x - other.x), is = Math.abs(spot.x - other.x);
        if (was > 8 && is > 8)
            zoomBy(was / is, dayAt((spot.x + other.x) / 2));
    }
    touch.points.set(event.pointerId, spot);
    if (Math.abs(spot.x - touch.start.x) > 4)
        touch.moved = true;
    if (!touch.moved)
        return;
    const {left, right} = timeline.frame;
    if (touch.deed === 'moment')
        change({moment: Math.round(dayAt(clamp(spot.x, left, right)) - .5)});
    else if (touch.deed === 'overview')
        centreOverview(spot.x);
    else if (touch.deed === 'pan') {
        const days = (touch.start.x - spot.x) / (right - left) * (touch.start.last - touch.start.first);
        zoomTo(touch.start.first + days, touch.start.last + days);
    }
}

function endTouch(event) {
    if (!touch.points.delete(event.pointerId) || touch.moved || event.type === 'pointercancel')
        return;
    const cluster = touch.target.closest('.cluster'), mark = touch.target.closest('[data-subject]');
    if (cluster) {
        const first = Number(cluster.dataset.first), last = Number(cluster.dataset.last), room = Math.max(8, (last - first) * .6);
        zoomTo(first - room, last + room);
    } else if (mark)
        select(mark.dataset.subject);
    else if (touch.deed === 'moment')
        change({moment: Math.round(dayAt(spotOf(event).x) - .5)});
    else if (touch.deed === 'pan')
        change({selection: ''});
}

function listenToTimeline() {
    const {svg, list, cursor} = timeline;
    list.addEventListener('keydown', onTimelineKey);
    cursor.group.addEventListener('keydown', onMomentKey);
    svg.addEventListener('pointerdown', beginTouch);
    svg.addEventListener('pointermove', moveTouch);
    svg.addEventListener('pointerup', endTouch);
    svg.addEventListener('pointercancel', endTouch);
    svg.addEventListener('wheel', event => {
        event.preventDefault();
        const days = (state.last - state.first) / 900;
        if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))
            panBy((event.deltaX || event.deltaY) * days);
        else
            zoomBy(Math.exp(clamp(event.deltaY, -200, 200) * .0022), dayAt(spotOf(event).x));
    }, {passive: false});
}
