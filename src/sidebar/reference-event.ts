/** The event by which a part of a view asks for a paragraph of «Справка». */
export const REFERENCE_EVENT = 'ask-reference';
