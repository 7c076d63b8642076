// The timeline: lanes, marks by what their dates allow, labels without overlap, cursor and overview.

const timeline = {svg: null, box: null, years: [], back: null, heads: null, marks: null, cursor: null, frame: {left: 0, right: 1, top: 0, bottom: 1}};
const fadeUnknown = 46; // pixels beyond a bound that is not known
const rowHeight = 29;
const laneFoot = 17;

function xOf(day) {
    const {left, right} = timeline.frame;
    return left + (day - state.first) / (state.last - state.first) * (right - left);
}

function dayAt(x) {
    const {left, right} = timeline.frame;
    return state.first + (x - left) / (right - left) * (state.last - state.first);
}

function zoomTo(first, last) {
    const shortest = 3, longest = (data.opening.last - data.opening.first) * 4 + 3650;
    const width = clamp(last - first, shortest, longest), middle = (first + last) / 2;
    const reach = (data.opening.last - data.opening.first) * 1.5 + 3650;
    const centre = clamp(middle, data.opening.first - reach / 3, data.opening.last + reach / 3);
    change({first: centre - width / 2, last: centre + width / 2});
}

function zoomBy(factor, day) {
    zoomTo(day - (day - state.first) * factor, day + (state.last - day) * factor);
}

function panBy(days) {
    zoomTo(state.first + days, state.last + days);
}

function showWhole() {
    zoomTo(data.opening.first, data.opening.last);
}

// Ticks.

function stepOf(days, pixels) {
    const least = days / pixels * 74;
    const steps = [[1, 1, 'd'], [2, 2, 'd'], [7, 7, 'd'], [30.4, 1, 'm'], [91, 3, 'm'], [182, 6, 'm']];
    for (const [length, count, unit] of steps)
        if (length >= least)
            return [count, unit];
    for (let power = 1; power < 1e12; power *= 10)
        for (const count of [1, 2, 5])
            if (count * power * 365.25 >= least)
                return [count * power, 'y'];
    return [1e12, 'y'];
}

function ticks() {
    const {left, right} = timeline.frame;
    const [count, unit] = stepOf(state.last - state.first, right - left);
    const found = [], start = civil(state.first);
    if (unit === 'y')
        for (let year = Math.floor(start.year / count) * count; found.length < 60; year += count) {
            const day = dayOf(year, 1, 1);
            if (day > state.last)
                break;
            found.push({day, text: yearWords(year), strong: true});
        }
    else if (unit === 'm')
        for (let i = 0; i < 60; ++i) {
            const index = Math.floor((start.month - 1) / count) * count + i * count;
            const year = start.year + Math.floor(index / 12), month = index % 12 + 1, day = dayOf(year, month, 1);
            if (day > state.last)
                break;
            found.push({day, strong: month === 1, text: month === 1 ? yearWords(year)
                : say(words.dates.monthYear, words.dates.months[month - 1], yearWords(year))});
        }
    else
        for (let day = Math.ceil(state.first); day <= state.last && found.length < 60; day += count)
            found.push({day, text: dayWords(day), strong: false});
    return found.filter(tick => tick.day >= state.first);
}

function drawAxis(into) {
    const {left, right, bottom} = timeline.frame;
    let free = left - 6;
    timeline.years = [];
    for (const tick of ticks()) {
        const x = xOf(tick.day);
        into.push(draw('line', {x1: x, x2: x, y1: 32, y2: bottom, class: 'tick'}));
        if (state.hideDates || !isToldDay(tick.day))
            continue;
        const width = textWidth(tick.text, 13, 600) / 2;
        if (x - width < free || x + width > right + 8)
            continue;
        free = x + width + 10;
        const text = draw('text', {x, y: 24, class: tick.strong ? 'year' : 'year weak', 'text-anchor': 'middle'}, tick.text);
        timeline.years.push({text, left: x - width, right: x + width});
        into.push(text);
    }
}

// What a date draws: the program's rules (app/timeline/layout/dates.cpp).

function sidesOf(event) {
    const [e, earliest, l, latest, vague, exact] = event.start;
    const unit = (p) => p[0] === 'k' && p[2] === 'k' ? p[3] - p[1] + 1 : 365.2425;
    if (!event.end) {
        if (exact)
            return null;
        const sides = {first: e === 'k' ? earliest : null, last: l === 'k' ? latest + 1 : null};
        sides.left = sides.first !== null ? 'bracket' : 'fade';
        sides.right = sides.last !== null ? 'bracket' : 'fade';
        if (sides.first === null)
            sides.right = 'stop';
        else if (sides.last === null)
            sides.left = 'stop';
        else if (vague)
            Object.assign(sides, {left: 'fade', right: 'fade', fadeLeft: unit(event.start), fadeRight: unit(event.start)});
        return sides;
    }
    const sides = {first: null, last: null, left: 'none', right: 'none'}, end = event.end;
    const endKnown = end[0] === 'k' || end[2] === 'k';
    if (e === 'k' || l === 'k') {
        sides.first = e === 'k' ? earliest : latest;
        sides.left = exact ? 'none' : vague ? 'fade' : 'bracket';
        sides.fadeLeft = vague ? unit(event.start) : 0;
    } else if (endKnown)
        sides.left = e === 'o' ? 'cut' : 'fade';
    if (endKnown) {
        sides.last = (end[2] === 'k' ? end[3] : end[1]) + 1;
        sides.right = end[4] ? 'fade' : end[5] ? 'stop' : 'bracket';
        sides.fadeRight = end[4] ? unit(end) : 0;
    } else
        sides.right = end[2] === 'o' ? 'chevrons' : 'fade';
    return sides;
}

/// The same without an end that is later than may be told.
function toldSides(event) {
    const sides = sidesOf(event), end = state.moment + 1;
    const isLater = sides && state.hideLater && (sides.right === 'chevrons' || (sides.last !== null && sides.last > end));
    return isLater ? {...sides, last: end, right: 'none', fadeRight: 0} : sides;
}

let gradients = 0;

function fadePiece(into, x, width, y, tenor, leftward) {
    if (width < 1)
        return;
    const id = 'fade' + (++gradients);
    const stops = [[0, leftward ? 0 : .42], [1, leftward ? .42 : 0]].map(([offset, opacity]) =>
        draw('stop', {offset, class: 's' + tenor, 'stop-opacity': opacity}));
    into.push(draw('linearGradient', {id}, stops), draw('rect', {x, y: y - 3.5, width, height: 7, fill: 'url(#' + id + ')'}));
}

function drawBar(into, event, y) {
    const sides = toldSides(event);
    if (!sides)
        return;
    const {left, right} = timeline.frame, perDay = (right - left) / (state.last - state.first);
    if (!event.end && sides.first !== null && sides.last !== null && (sides.last - sides.first) * perDay < 5)
        return;
    const fade = days => days ? Math.min(days * perDay, 2000) : fadeUnknown;
    let a = sides.first !== null ? xOf(sides.first) : sides.left === 'cut' ? left : xOf(sides.last ?? state.first);
    let b = sides.last !== null ? xOf(sides.last) : sides.right === 'chevrons' ? right - 2 : a;
    const fadeA = sides.left === 'fade' ? fade(sides.fadeLeft) : 0, fadeB = sides.right === 'fade' ? fade(sides.fadeRight) : 0;
    if (b + fadeB <= left || a - fadeA >= right)
        return;
    const cutA = a < left, cutB = b > right, tone = 't' + event.tenor;
    if (!cutA && fadeA)
        fadePiece(into, Math.max(left, a - fadeA), a - Math.max(left, a - fadeA), y, event.tenor, true);
    if (!cutB && fadeB)
        fadePiece(into, b, Math.min(right, b + fadeB) - b, y, event.tenor, false);
    a = clamp(a, left, right);
    b = clamp(b, a, right);
    into.push(draw('rect', {x: a, y: y - 3.5, width: b - a, height: 7, class: 'bar ' + tone}));
    const bracket = (x, inward) => into.push(draw('path', {d: `M${x + 4 * inward} ${y - 7}H${x}V${y + 7}H${x + 4 * inward}`, class: 'edge ' + tone}));
    const stop = x => into.push(draw('path', {d: `M${x} ${y - 7}V${y + 7}`, class: 'edge ' + tone}));
    if (!cutA && sides.left === 'bracket')
        bracket(a, 1);
    if (!cutA && sides.left === 'stop')
        stop(a);
    if (!cutB && sides.right === 'bracket')
        bracket(b, -1);
    if (!cutB && sides.right === 'stop')
        stop(b);
    if (sides.right === 'chevrons')
        for (let i = 0; i < 3; ++i)
            into.push(draw('path', {d: `M${right - 18 + 6 * i} ${y - 5}l5 5l-5 5`, class: 'edge ' + tone}));
}

function drawMark(item, y) {
    const {event, x, subject} = item;
    const isSelected = state.selection === subject, radius = event.importance >= 5 ? 6.4 : 5.2;
    const parts = [];
    for (const other of (event.others || []).filter(isToldDay)) {
        const otherX = xOf(other);
        parts.push(draw('path', {d: `M${x} ${y}H${otherX}`, class: 'bridge t' + event.tenor}),
                   draw('path', {d: markPath(event.mark, otherX, y, radius), class: 'mark hollow faint t' + event.tenor}));
    }
    parts.push(draw('circle', {cx: x, cy: y, r: 14, class: 'reach'}));
    if (isSelected)
        parts.push(draw('circle', {cx: x, cy: y, r: 12, class: 'ring'}));
    parts.push(draw('path', {d: markPath(event.mark, x, y, radius + 2.2), class: 'plate'}),
               draw('path', {d: markPath(event.mark, x, y, radius), class: 'mark t' + event.tenor +
                   (event.hollow ? ' hollow' : '') + (event.certainty !== 'happened' ? ' doubtful' : '')}));
    if (event.dot)
        parts.push(draw('circle', {cx: x, cy: y, r: radius * .34, class: 'dot t' + event.tenor}));
    return parts;
}

// Lanes and labels.

function lanesShown() {
    const used = new Set(data.events.filter(isToldEvent).map(event => event.lane));
    return [...data.lanes, -1].filter(lane => used.has(lane));
}

/// Every lane has room for one name where that is possible; lanes with more events get more of the rest.
function laneHeights(lanes, shown, height, isNarrow) {
    const least = Math.min(isNarrow ? 77 : 60, height / Math.max(1, lanes.length));
    const weights = lanes.map(lane => Math.sqrt(shown.filter(row => data.events[row].lane === lane).length) + .4);
    const sum = weights.reduce((a, b) => a + b, 0), rest = height - least * lanes.length;
    return weights.map(weight => least + rest * weight / sum);
}

function meets(a, b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/// Places labels by importance where nothing is in the way: item.label is its box, or stays absent.
function placeLabels(items, rows, baseline, isNarrow) {
    const {left, right} = timeline.frame;
    const boxes = [], stems = [];
    const order = [...items].sort((a, b) => (b.subject === state.selection) - (a.subject === state.selection) ||
                                            b.event.importance - a.event.importance || a.x - b.x);
    const most = isNarrow ? (right - left) * .62 : 230;
    for (const item of order.slice(0, 400)) {
        const weight = item.event.importance >= 5 ? 600 : 500;
        const title = elided(toldWords(item.event.short) + (item.event.certainty !== 'happened' ? '?' : ''), 13, weight, most);
        const date = toldDate(item.event, false);
        const width = Math.max(textWidth(title, 13, weight), textWidth(date, 11, 400));
        if (!width)
            continue;
        for (let row = 0; row < rows && !item.label; ++row)
            for (const side of item.x > (left + right) / 2 + 40 ? [-1, 1] : [1, -1]) {
                const edge = item.x + side * 5;
                const bottom = baseline - 11 - row * rowHeight;
                const box = {left: Math.min(edge, edge + side * width) - 1, right: Math.max(edge, edge + side * width) + 1,
                             top: bottom - rowHeight + 2, bottom};
                const stem = {left: item.x - 1, right: item.x + 1, top: box.top, bottom: baseline - 9};
                if (box.left < left + 2 || box.right > right - 2 ||
                    boxes.some(other => meets(grown(box, 3), other) || meets(stem, other)) ||
                    stems.some(other => meets(grown(box, 2), other)))
                    continue;
                boxes.push(box);
                stems.push(stem);
                item.label = {...box, side, edge, title, date, weight, stem};
                break;
            }
    }
}

function grown(box, by) {
    return {left: box.left - by, right: box.right + by, top: box.top, bottom: box.bottom};
}

/// On its lane's ground: the line of the moment passes behind.
function drawLabel(item, ground) {
    const {label, event} = item, anchor = label.side > 0 ? 'start' : 'end';
    const parts = [draw('path', {d: `M${item.x} ${label.stem.bottom}V${label.top + 1}`, class: 'stem'}),
                   draw('rect', {x: label.left, y: label.top, width: label.right - label.left, height: label.bottom - label.top,
                                 class: ground})];
    if (state.selection === item.subject)
        parts.push(draw('rect', {x: label.left - 5, y: label.top - 2, width: label.right - label.left + 10,
                                 height: label.bottom - label.top + 3, rx: 2, class: 'frame'}));
    parts.push(draw('text', {x: label.edge, y: label.top + 10, class: 'date', 'text-anchor': anchor}, label.date),
               draw('text', {x: label.edge, y: label.top + 23, class: 'title' + (event.importance >= 5 ? ' key' : ''),
                             'text-anchor': anchor}, label.title));
    return parts;
}

/// Marks without a label that lie close together are one pill.
function pillsOf(items) {
    const groups = [];
    for (const item of items.filter(each => !each.label && each.subject !== state.selection).sort((a, b) => a.x - b.x)) {
        const last = groups[groups.length - 1];
        if (last && item.x - last[last.length - 1].x < 13 && item.x - last[0].x < 40)
            last.push(item);
        else
            groups.push([item]);
    }
    return groups.filter(group => group.length > 1);
}

function option(item, ...parts) {
    return draw('g', {role: 'option', id: 'mark-' + item.subject, 'aria-label': toldName(item.event),
                      'aria-selected': String(state.selection === item.subject), 'data-subject': item.subject,
                      class: 'event'}, draw('title', {}, toldName(item.event)), ...parts);
}

function drawPill(group, items, y) {
    const {left, right} = timeline.frame, half = 15, beyond = 8; // pixels of the margin
    const inView = place => clamp(place, left + half, right + beyond - half);
    let x = (group[0].x + group[group.length - 1].x) / 2;
    for (const item of items)
        if (!group.includes(item) && Math.abs(item.x - x) < half + 9) {
            const apart = half + (item.subject === state.selection ? 14 : 10), side = x >= item.x ? 1 : -1;
            const beside = item.x + side * apart;
            x = beside === inView(beside) ? beside : item.x - side * apart;
        }
    x = inView(x);
    const tenors = [0, 1, 2, 3].map(tenor => group.filter(item => item.event.tenor === tenor).length);
    const parts = [draw('rect', {x: x - half, y: y - 9, width: 2 * half, height: 18, rx: 9, class: 'pill'}),
                   draw('text', {x, y: y + 2, class: 'count', 'text-anchor': 'middle'}, String(group.length))];
    let at = x - 8;
    tenors.forEach((count, tenor) => {
        const width = 16 * count / group.length;
        if (count)
            parts.push(draw('rect', {x: at, y: y + 4.5, width, height: 2, class: 'fill t' + tenor}));
        at += width;
    });
    const hidden = group.map(item => option(item, draw('rect', {x: x - half, y: y - 9, width: 2 * half, height: 18, class: 'reach'})));
    return draw('g', {role: 'group', class: 'cluster', 'aria-label': say(words.panel.together, group.length),
                      'data-first': group[0].event.day, 'data-last': group[group.length - 1].event.day}, hidden, parts);
}

function drawLane(lane, index, top, height, shown, isNarrow, back, marks) {
    const {left, right} = timeline.frame, baseline = top + height - laneFoot;
    back.push(draw('rect', {x: 0, y: top, width: timeline.box.clientWidth, height, class: index % 2 ? 'lane odd' : 'lane'}));
    const name = lane < 0 ? words.panel.otherLane : toldWords(data.themes[lane].title);
    const head = isNarrow ? 17 : 0;
    if (isNarrow)
        timeline.heads.append(...plated(elided(name, 12, 600, right - left), 12, top + 15, index));
    else
        laneName(name, left - 28).forEach((line, i, all) => back.push(
            draw('text', {x: 16, y: top + height / 2 + 4 + (i - (all.length - 1) / 2) * 15, class: 'lane-name'}, line)));
    const items = shown.filter(row => data.events[row].lane === lane && data.events[row].day !== undefined)
        .map(row => ({event: data.events[row], subject: 'e' + row, x: xOf(data.events[row].day)}));
    const inside = items.filter(item => item.x >= left - 1 && item.x <= right + 1);
    placeLabels(inside, Math.floor((height - head - laneFoot - 13) / rowHeight), baseline, isNarrow);
    const pills = pillsOf(inside), pilled = new Set(pills.flat());
    items.filter(item => !pilled.has(item) || isLong(item.event)).forEach(item => drawBar(back, item.event, baseline));
    const ground = index % 2 ? 'lane odd' : 'lane';
    inside.filter(item => item.label).forEach(item => back.push(...drawLabel(item, ground).filter(part => part.getAttribute('class') === 'stem')));
    const alone = inside.filter(each => !pilled.has(each));
    for (const item of [...alone.filter(each => each.subject !== state.selection), ...alone.filter(each => each.subject === state.selection)])
        marks.push(option(item, item.label ? drawLabel(item, ground).slice(1) : [], drawMark(item, baseline)));
    for (const group of pills)
        marks.push(drawPill(group, inside, baseline));
}

/// Whether an event's bar reaches out of the pill that its mark is joined in.
function isLong(event) {
    const sides = toldSides(event), pixels = 44;
    if (!sides)
        return false;
    return sides.right === 'chevrons' || Math.abs(xOf(sides.last ?? event.day) - xOf(sides.first ?? event.day)) > pixels;
}

/// A lane's name in at most three lines.
function laneName(name, width) {
    const lines = [''];
    for (const word of name.split(' ')) {
        const last = lines[lines.length - 1];
        const joined = last ? last + ' ' + word : word;
        if (!last || textWidth(joined, 12.5, 500) <= width)
            lines[lines.length - 1] = joined;
        else
            lines.push(word);
    }
    if (lines.length > 3)
        lines.splice(2, lines.length, elided(lines.slice(2).join(' '), 12.5, 500, width));
    return lines.map(line => elided(line, 12.5, 500, width));
}

/// A lane's name on its lane's ground: the line of the moment passes behind.
function plated(name, x, y, index) {
    return [draw('rect', {x: x - 3, y: y - 11, width: textWidth(name, 12.5, 500) + 6, height: 15, class: index % 2 ? 'lane odd' : 'lane'}),
            draw('text', {x, y, class: 'lane-name'}, name)];
}

function drawEras(into, top, rows) {
    const {left, right} = timeline.frame;
    for (const era of data.eras) {
        if (era.band > rows || (era.first !== null && !isToldDay(era.first)))
            continue;
        const isEndTold = !state.hideLater || (era.last !== null && isToldDay(era.last));
        const last = isEndTold ? era.last : state.moment + 1;
        const a = Math.max(left, era.first === null ? left : xOf(era.first)), b = Math.min(right, last === null ? right : xOf(last));
        if (b - a < 2)
            continue;
        const y = top + (era.band - 1) * 18;
        const title = toldWords(era.title), date = isEndTold && !state.hideDates ? era.date : '';
        into.push(draw('rect', {x: a + .5, y, width: b - a - 1, height: 15, class: 'era'}, draw('title', {}, [title, date].filter(Boolean).join(', '))));
        const text = elided(title, 11, 400, b - a - 8);
        if (text.length > 3 || text === title)
            into.push(draw('text', {x: a + 5, y: y + 11.5, class: 'era-name'}, text));
    }
}

function drawOverview(into, y, shown) {
    const {left, right} = timeline.frame, whole = data.opening.last - data.opening.first;
    const place = day => left + (day - data.opening.first) / whole * (right - left);
    const inFrame = day => clamp(place(day), left, right);
    into.push(draw('rect', {x: 0, y: y, width: timeline.box.clientWidth, height: 44, class: 'overview'}),
              draw('text', {x: 16, y: y + 26, class: 'small head'}, left > 60 ? words.panel.whole : ''));
    const heights = new Map();
    for (const row of shown) {
        const event = data.events[row];
        if (event.day === undefined)
            continue;
        const x = Math.round(place(event.day) / 4) * 4, level = heights.get(x) || 0;
        heights.set(x, level + 1);
        if (level < 6 && x >= left && x <= right)
            into.push(draw('rect', {x: x - 1.5, y: y + 32 - level * 4, width: 3, height: 3, class: 'fill t' + event.tenor}));
    }
    const a = inFrame(state.first), b = inFrame(state.last);
    into.push(draw('rect', {x: a, y: y + 6, width: Math.max(6, b - a), height: 32, rx: 3, class: 'window'}));
}

/// Undated events stand below the lanes; how many pixels they take.
/// As the program draws whatever has no date.
const undatedMark = {mark: 'disc', tenor: 3, hollow: true};

function drawTray(shown) {
    const rows = shown.filter(row => data.events[row].day === undefined);
    timeline.tray.hidden = !rows.length;
    timeline.tray.replaceChildren(make('span', {class: 'side'}, words.panel.undated), ...rows.map(row =>
        make('button', {type: 'button', class: 'chip', 'aria-pressed': String(state.selection === 'e' + row), onclick: () => select('e' + row)},
             glyph(undatedMark, 15), toldWords(data.events[row].short))));
    return rows.length ? 36 : 0;
}

/// How many pixels the buttons to zoom take where they stand below the lanes.
function zoomRow() {
    return timeline.zoom.offsetTop > 40 ? 36 : 0;
}

function drawTimeline() {
    const {box, svg} = timeline, width = box.clientWidth, height = box.clientHeight;
    if (!width || !height)
        return;
    const isNarrow = width < 520, overview = 44;
    const rows = height > 600 ? Math.min(2, Math.max(0, ...data.eras.map(era => era.band))) : 0;
    const top = 40 + rows * 18 + (rows ? 2 : 0);
    const shown = shownEvents(), tray = Math.max(zoomRow(), drawTray(shown));
    timeline.frame = {left: isNarrow ? 12 : width < 700 ? 112 : 148, right: width - (isNarrow ? 12 : 18), top, bottom: height - overview - tray};
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    gradients = 0;
    const back = [], marks = [], lanes = lanesShown();
    const lines = [];
    timeline.heads.replaceChildren();
    drawAxis(lines);
    let edge = top;
    laneHeights(lanes, shown, height - overview - tray - top, isNarrow).forEach((laneHeight, i) => {
        drawLane(lanes[i], i, edge, laneHeight, shown, isNarrow, back, marks);
        edge += laneHeight;
    });
    const grounds = back.filter(part => /^lane/.test(part.getAttribute('class') || ''));
    const above = back.filter(part => !grounds.includes(part));
    drawEras(above, 40, rows);
    drawOverview(above, height - overview, shown);
    if (!shown.length)
        above.push(draw('text', {x: width / 2, y: height / 2, class: 'empty', 'text-anchor': 'middle'},
                        data.events.length ? words.panel.noEvents : words.panel.blank));
    timeline.back.replaceChildren(...grounds, ...lines, ...above);
    timeline.marks.replaceChildren(...marks);
    drawCursor();
    box.parentElement.style.setProperty('--lanes', lanes.length);
    const active = document.getElementById('mark-' + state.selection);
    if (active)
        svg.setAttribute('aria-activedescendant', active.id);
    else
        svg.removeAttribute('aria-activedescendant');
}

function drawCursor() {
    const {cursor, frame} = timeline, x = xOf(state.moment + .5), text = state.hideDates ? '?' : dayWords(state.moment);
    const half = textWidth(text, 12, 600) / 2 + 9, middle = clamp(x, half + 5, timeline.box.clientWidth - half - 5);
    const inside = x >= frame.left - 1 && x <= frame.right + 1;
    const whole = data.opening.last - data.opening.first;
    const small = clamp(frame.left + (state.moment + .5 - data.opening.first) / whole * (frame.right - frame.left), frame.left, frame.right);
    cursor.small.setAttribute('d', `M${small} ${timeline.box.clientHeight - 40}v36`);
    cursor.group.setAttribute('class', inside ? 'cursor' : 'cursor outside');
    cursor.line.setAttribute('d', inside ? `M${x} 28V${frame.bottom}` : 'M0 0');
    cursor.flag.setAttribute('d', `M${middle - half} 6H${middle + half}V26H${middle - half}Z`);
    cursor.text.setAttribute('x', middle);
    cursor.text.textContent = text;
    for (const year of timeline.years)
        year.text.style.visibility = inside && year.left < middle + half + 4 && year.right > middle - half - 4 ? 'hidden' : '';
    const slider = {'aria-valuemin': Math.floor(data.opening.first), 'aria-valuemax': Math.ceil(data.opening.last),
                    'aria-valuenow': state.moment, 'aria-valuetext': text};
    for (const [key, value] of Object.entries(slider))
        cursor.group.setAttribute(key, value);
}
